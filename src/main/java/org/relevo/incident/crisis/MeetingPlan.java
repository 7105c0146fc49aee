package org.relevo.incident.crisis;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal;

/**
 * When and where a crisis meeting is to be, as far as somebody has said.
 *
 * @param startsAt null for soon
 * @param minutes how long; null for the usual length
 * @param link the conference's address; null for the usual one, blank for none
 * @param participants usernames of those asked beside those who are on it anyway
 */
public record MeetingPlan(
        @Nullable Instant startsAt,
        @Nullable Integer minutes,
        @Nullable String link,
        List<String> participants) {

    private static final Duration FARTHEST = Duration.ofDays(31);
    private static final int LONGEST_LINK = 500;

    /** Nothing said: soon, for the usual length, at the usual address, with those who are on it. */
    public static final MeetingPlan USUAL = new MeetingPlan(null, null, null, List.of());

    Instant startsAt(Instant usual, Instant now) {
        var at = startsAt == null ? usual : startsAt;
        if (at.isBefore(now.minus(Duration.ofHours(1))) || at.isAfter(now.plus(FARTHEST))) {
            throw new Refusal.Invalid("startsAt", "Give a time from now on, within a month.");
        }
        return at;
    }

    int minutes(int usual) {
        var length = minutes == null ? usual : minutes;
        if (length < 5 || length > 480) {
            throw new Refusal.Invalid("minutes", "Give a length from 5 to 480 minutes.");
        }
        return length;
    }

    @Nullable
    String link(@Nullable String usual) {
        return link == null ? usual : address(link);
    }

    /** The address of a conference, which everybody will open; null where it is blank. */
    static @Nullable String address(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            var address = new URI(text);
            if ("https".equals(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && text.length() <= LONGEST_LINK) {
                return text;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new Refusal.Invalid("link", "Give an address that begins with https://, of up to 500 characters.");
    }
}
