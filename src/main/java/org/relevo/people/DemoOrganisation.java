package org.relevo.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.platform.SqlFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An invented car maker's IT to try Relevo with. Removing it deletes its teams and revokes its tokens; its people stay
 * as disabled names without roles, because cases and the audit trail name them.
 */
@Component
public class DemoOrganisation {

    public static final String PASSWORD = "relevo-demo";

    /** 32 characters, so that it is a routing key too. */
    public static final String TOKEN = "relevo-demo-token-0123456789abcd";

    private static final String SETTING = "demo-organisation";
    private static final String TOKEN_NAME = "demo";

    private final JdbcClient jdbc;
    private final StoredPeople people;
    private final ApiTokens tokens;
    private final PasswordEncoder passwords;
    private final SqlFile sql;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DemoOrganisation(
            JdbcClient jdbc,
            StoredPeople people,
            ApiTokens tokens,
            PasswordEncoder passwords,
            SqlFile sql,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.tokens = tokens;
        this.passwords = passwords;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public boolean isPresent() {
        return "present".equals(state());
    }

    /** Removes it for good; refused while nobody else could administer Relevo. */
    @Transactional
    public void remove(Actor by) {
        by.require(Role.ADMIN);
        if (!isPresent()) {
            throw new Refusal.Conflict("The demo organisation is removed already. Reload the page.");
        }
        var others = jdbc.sql("select count(*) from person join person_role using (username)"
                        + " where role = 'ADMIN' and enabled and not demo")
                .query(Integer.class)
                .single();
        if (others == 0) {
            throw new Refusal.Conflict(
                    "Without the demo organisation there would be no administrator. Create a person of your own with the role ADMIN first, sign in as that person and try again.");
        }
        takeAway(by.name(), "removed");
    }

    /** Enters it on the first start, and again where it was only switched off. */
    void switchOn() {
        var state = state();
        if (state.isEmpty() || state.equals("switched off")) {
            sql.run("demo/people.sql");
            jdbc.sql("update person set password_hash = :hash, created_at = :now where demo and password_hash = ''")
                    .param("hash", passwords.encode(PASSWORD))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("delete from api_token where demo").update();
            tokens.store("relevo", TOKEN_NAME, TOKEN, Set.of(Tokens.ALERTS, Tokens.API), true);
            people.forget();
            events.publishEvent(new DemoSeeded());
            note("relevo", "present");
        }
    }

    void switchOff() {
        if (isPresent()) {
            takeAway("relevo", "switched off");
        }
    }

    private void takeAway(String by, String newState) {
        events.publishEvent(new DemoRemoved());
        jdbc.sql("delete from team where demo").update();
        jdbc.sql("delete from service_manager where username in (select username from person where demo)")
                .update();
        for (var table : List.of("rota_place", "team_member", "stand_in", "absence", "calendar_address")) {
            jdbc.sql("delete from " + table + " where username in (select username from person where demo)")
                    .update();
        }
        jdbc.sql("delete from person_role where username in (select username from person where demo)")
                .update();
        jdbc.sql("update person set manager = null where demo or manager in (select username from person where demo)")
                .update();
        jdbc.sql("update person set enabled = false, password_hash = '' where demo")
                .update();
        jdbc.sql("update api_token set revoked_at = :now where demo and revoked_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        people.forget();
        tokens.forget();
        note(by, newState);
    }

    private String state() {
        return jdbc.sql("select value from setting where key = :key")
                .param("key", SETTING)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void note(String by, String state) {
        jdbc.sql(
                        "insert into setting (key, value) values (:key, :value) on conflict (key) do update set value = excluded.value")
                .param("key", SETTING)
                .param("value", state)
                .update();
        audit.record(by, "demo organisation " + state, SETTING, null);
    }
}
