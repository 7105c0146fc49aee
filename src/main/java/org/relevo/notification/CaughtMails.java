package org.relevo.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails that the embedded default's mail catcher has kept, for a page that shows them. */
public interface CaughtMails {

    List<CaughtMail> newest(int limit);

    Optional<CaughtMail> find(String id);

    /** One mail as it arrived. */
    record CaughtMail(String id, Instant at, String from, List<String> to, String subject, String text, String html) {}
}
