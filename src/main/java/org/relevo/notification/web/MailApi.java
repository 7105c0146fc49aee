package org.relevo.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.relevo.notification.LoggedMail;
import org.relevo.notification.MailLog;
import org.relevo.people.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The mail log over HTTP. Times in UTC. */
@RestController
@RequestMapping("/api/v1/mail")
@Tag(name = "Mail")
class MailApi {

    private static final int MOST = 500;

    private final MailLog log;

    MailApi(MailLog log) {
        this.log = log;
    }

    /** One mail with every try to deliver it, the newest first. */
    record Entry(LoggedMail mail, List<LoggedMail.Attempt> attempts) {}

    @GetMapping
    @Operation(summary = "The mails about a case, newest first, with what the mail server answered each time")
    List<Entry> ofWorkItem(Actor by, @RequestParam String workItem) {
        return log.list(by, new MailLog.Filter(null, workItem, null), MOST, 0).stream()
                .map(mail -> new Entry(mail, log.attempts(by, mail.id())))
                .toList();
    }
}
