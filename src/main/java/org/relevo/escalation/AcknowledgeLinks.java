package org.relevo.escalation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.relevo.notification.LinkIssuer;
import org.relevo.people.Actors;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links in escalation mails: 128 random bits, kept as a hash, for one recipient, one effect, a day at most. */
@Service
public class AcknowledgeLinks implements LinkIssuer {

    private static final Duration VALID = Duration.ofHours(24);

    private final LinkRows rows;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    AcknowledgeLinks(
            LinkRows rows,
            Actors actors,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${relevo.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.rows = rows;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public String acknowledgeAddress(long escalation, String username) {
        var token = new byte[16];
        random.nextBytes(token);
        var text = HexFormat.of().formatHex(token);
        rows.add(hash(text), escalation, username, clock.instant().plus(VALID));
        return publicUrl + "/acknowledge/" + text;
    }

    /** Whether a link can still acknowledge, and for whom. */
    public record Standing(WorkItemNumber workItem, String username, State state) {
        public enum State {
            USABLE,
            /** This link, or another way, has acknowledged the case already. */
            SETTLED,
            EXPIRED
        }
    }

    /** Looks a link up without any effect. */
    public Standing standing(String token) {
        var link = rows.find(hash(token)).orElseThrow(AcknowledgeLinks::unknown);
        if (actors.of(link.username()).isEmpty()) {
            throw new Refusal.NotAllowed(
                    "This link was sent to %s, who is disabled and can no longer acknowledge. Sign in and acknowledge %s in Relevo."
                            .formatted(link.username(), link.workItem()));
        }
        var settled = link.usedAt() != null || link.settled();
        var expired = !clock.instant().isBefore(link.expiresAt());
        return new Standing(
                link.workItem(),
                link.username(),
                settled ? Standing.State.SETTLED : expired ? Standing.State.EXPIRED : Standing.State.USABLE);
    }

    /** Acknowledges by a link. A link that is settled changes nothing more; an expired one is refused. */
    @Transactional
    public Standing acknowledge(String token) {
        var before = standing(token);
        if (before.state() == Standing.State.EXPIRED) {
            throw new Refusal.Conflict(
                    "This link has expired. Open %s in Relevo and acknowledge it there.".formatted(before.workItem()));
        }
        var now = clock.instant();
        if (before.state() == Standing.State.USABLE && rows.use(hash(token), now)) {
            events.publishEvent(new EscalationAcknowledged(before.workItem(), before.username(), now));
        }
        return before;
    }

    private static Refusal.NotFound unknown() {
        return new Refusal.NotFound("This link is not known. Open the case in Relevo and acknowledge it there.");
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
