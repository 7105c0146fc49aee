package org.relevo.rca;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.RcaContent.Event;

/** A piece of a line that somebody wrote: words, or the event of the timeline that they quote. */
public record Piece(String text, @Nullable Event event) {

    /** A text line by line, with the events that it quotes in their places. */
    public static List<List<Piece>> lines(String text, List<Event> events) {
        Map<Long, Event> known =
                events.stream().collect(Collectors.toMap(Event::id, Function.identity(), (one, same) -> one));
        return text.isBlank()
                ? List.of()
                : text.lines().map(line -> pieces(line, known)).toList();
    }

    private static List<Piece> pieces(String line, Map<Long, Event> known) {
        var pieces = new ArrayList<Piece>();
        var matcher = WritingDesk.QUOTATION.matcher(line);
        var from = 0;
        while (matcher.find()) {
            var event = known.get(Long.parseLong(matcher.group(1)));
            if (event != null) {
                if (matcher.start() > from) {
                    pieces.add(new Piece(line.substring(from, matcher.start()), null));
                }
                pieces.add(new Piece(event.text(), event));
                from = matcher.end();
            }
        }
        if (from < line.length()) {
            pieces.add(new Piece(line.substring(from), null));
        }
        return pieces;
    }
}
