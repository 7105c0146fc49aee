package org.relevo;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Relevo: with no data source configured, on a PostgreSQL and a mail catcher of its own. */
@SpringBootApplication
public class Relevo {

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(Relevo.class, args);
    }
}
