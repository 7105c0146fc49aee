package org.relevo.incident.communication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.relevo.platform.Refusal;
import org.relevo.platform.Refusal.FieldProblem;
import org.relevo.rules.UpdateAudience;

/** What somebody wrote to an audience. */
public record Written(UpdateAudience audience, String subject, String body) {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 10_000;

    /** The texts to send, each in the language of its audience; refused where one cannot be sent, by its field. */
    static List<Update.Text> check(List<Written> written, List<ServiceAudience> reached) {
        var problems = new ArrayList<FieldProblem>();
        var texts = new ArrayList<Update.Text>();
        var seen = new HashSet<UpdateAudience>();
        if (written.isEmpty()) {
            problems.add(new FieldProblem("audiences", "Choose at least one audience."));
        }
        for (var one : written) {
            var audience = reached.stream()
                    .filter(known -> known.audience() == one.audience())
                    .findFirst();
            one.problem(audience, seen.add(one.audience())).ifPresent(problems::add);
            audience.ifPresent(known -> texts.add(new Update.Text(
                    one.audience(),
                    known.language(),
                    oneLine(one.subject()),
                    one.body().strip())));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        return List.copyOf(texts);
    }

    private Optional<FieldProblem> problem(Optional<ServiceAudience> known, boolean first) {
        var line = oneLine(subject);
        if (known.isEmpty() || !first) {
            return Optional.of(new FieldProblem(
                    "audiences",
                    first
                            ? "The service has no %s who could be told. Its audiences are set up on its page."
                                    .formatted(audience.word())
                            : "The %s are told twice. Write one text for them.".formatted(audience.word())));
        }
        if (line.isEmpty() || line.length() > LONGEST_SUBJECT) {
            return Optional.of(new FieldProblem(
                    "subject." + audience, "Give a subject of 1 to %d characters.".formatted(LONGEST_SUBJECT)));
        }
        return body.isBlank() || body.length() > LONGEST_BODY
                ? Optional.of(new FieldProblem(
                        "body." + audience, "Write a text of 1 to %,d characters.".formatted(LONGEST_BODY)))
                : Optional.empty();
    }

    /** A line break in a subject could pass for a header of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+", " ").strip();
    }

    /** The text that says most comes first. */
    static int rank(Update.Text text) {
        return switch (text.audience()) {
            case MANAGEMENT -> 0;
            case SUPPLIERS -> 1;
            case CUSTOMERS -> 2;
            case USERS -> 3;
        };
    }
}
