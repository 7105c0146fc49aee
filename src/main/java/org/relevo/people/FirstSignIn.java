package org.relevo.people;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.DataFolder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on standard output, once Relevo is ready, where it is and how to get in. */
@Component
class FirstSignIn implements ApplicationListener<ApplicationReadyEvent> {

    private final Environment environment;
    private final DemoOrganisation demo;
    private final FirstAdministrator administrator;
    private final People people;
    private final @Nullable DataFolder folder;

    FirstSignIn(
            Environment environment,
            DemoOrganisation demo,
            FirstAdministrator administrator,
            People people,
            ObjectProvider<DataFolder> folder) {
        this.environment = environment;
        this.demo = demo;
        this.administrator = administrator;
        this.people = people;
        this.folder = folder.getIfAvailable();
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        System.out.println(String.join(System.lineSeparator(), lines()));
    }

    List<String> lines() {
        var address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        var lines = new ArrayList<>(List.of("", "  Relevo is ready   " + address));
        if (folder != null) {
            lines.addAll(signIn(folder));
            if (!environment.containsProperty("spring.mail.host")) {
                lines.add("  Mail              " + address + "/mail   (caught here, sent to nobody)");
            }
        }
        lines.add("");
        return lines;
    }

    private List<String> signIn(DataFolder folder) {
        var lines = new ArrayList<String>();
        var madeUp = administrator.madeUp();
        if (madeUp.isPresent()) {
            lines.add("  Sign in           admin / " + madeUp.get() + "   (also in " + folder.path("first-sign-in.txt")
                    + ")");
        } else if (demo.isPresent()) {
            lines.add(
                    "  Sign in           " + demoUser() + " / " + DemoOrganisation.PASSWORD + "   (demo organisation)");
        } else if (FirstAdministrator.isKept(folder)) {
            lines.add("  Sign in           as in " + folder.path("first-sign-in.txt") + ", unless changed since");
        }
        if (demo.isPresent()) {
            lines.add("  API token         " + DemoOrganisation.TOKEN + "   (demo organisation)");
        }
        return lines;
    }

    private String demoUser() {
        return people.find(FirstAdministrator.USERNAME).filter(Person::demo).isPresent() ? "admin" : "marta.ruiz";
    }
}
