package org.relevo.incident.communication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * How services stand, and what was told of them.
 *
 * @param told disruptions that the users were told of, the newest first
 */
public record Status(Instant at, List<Line> services, List<Disruption> told) {

    /** How a service stands, from good to bad. */
    public enum Standing {
        OK,
        DEGRADED,
        DOWN
    }

    /** A service with its last 90 days, the oldest first. */
    public record Line(String key, String name, Standing standing, List<Day> days) {}

    /** The worst of a day, in UTC. */
    public record Day(LocalDate date, Standing standing) {}

    /**
     * An incident as those who use the service see it.
     *
     * @param number null where numbers of cases are nobody's business
     * @param endedAt null while it goes on
     * @param posts what they were told, the newest first
     */
    public record Disruption(
            @Nullable WorkItemNumber number,
            String service,
            String serviceName,
            Standing standing,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<Post> posts) {

        Disruption with(List<Post> others, boolean numbers) {
            return new Disruption(numbers ? number : null, service, serviceName, standing, startedAt, endedAt, others);
        }
    }

    /**
     * One update.
     *
     * @param names of people that it says
     */
    public record Post(long id, Instant at, String language, String subject, String body, List<String> names) {

        Post without(UnaryOperator<String> words) {
            return new Post(id, at, language, words.apply(subject), words.apply(body), List.of());
        }
    }

    private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2,10}-[0-9]{1,12}\\b");

    /** How many services do not work as they should. */
    public long disrupted() {
        return services.stream().filter(one -> one.standing() != Standing.OK).count();
    }

    /** As strangers may read it. */
    public Status forStrangers(boolean numbers, boolean names) {
        return new Status(
                at,
                services,
                told.stream()
                        .map(one -> one.with(
                                one.posts().stream()
                                        .map(post -> post.without(text -> plain(post, text, numbers, names)))
                                        .toList(),
                                numbers))
                        .toList());
    }

    private static String plain(Post post, String text, boolean numbers, boolean names) {
        var plain = numbers ? text : NUMBER.matcher(text).replaceAll("[…]");
        if (!names) {
            for (var name : post.names()) {
                plain = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(plain)
                        .replaceAll("[…]");
            }
        }
        return plain;
    }
}
