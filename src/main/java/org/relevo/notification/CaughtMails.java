package org.relevo.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that the mail catcher holds, where one runs. */
public interface CaughtMails {

    List<CaughtMail> newest(int limit);

    Optional<CaughtMail> find(String id);

    /** One mail as it was received; a part that it lacks is empty. */
    record CaughtMail(String id, Instant at, String from, List<String> to, String subject, String text, String html) {}
}
