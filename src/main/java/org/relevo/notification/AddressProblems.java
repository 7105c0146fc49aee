package org.relevo.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.relevo.people.MailReach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Addresses that a mail server has refused for good; one that accepts a mail later is forgotten here. */
@Component
class AddressProblems implements MailReach {

    private final JdbcTemplate jdbc;

    AddressProblems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, String> refusing(Collection<String> addresses) {
        var refusing = new HashMap<String, String>();
        jdbc.query(
                "select address, answer from mail_address_problem where address = any (?)",
                row -> {
                    refusing.put(row.getString("address"), row.getString("answer"));
                },
                (Object) addresses.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .toArray(String[]::new));
        return refusing;
    }
}
