package org.relevo.intake.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file, plain or gzipped, one after the other. A row is framed before it is parsed, so that one with an
 * open quote costs itself and not the rest of the file.
 */
class CsvRows implements AutoCloseable {

    /** The most lines that one quoted value may run over. */
    private static final int MOST_LINES = 500;
    /** The most characters of a line, and of a row. */
    private static final int LONGEST = 262_144;

    private final BufferedReader reader;
    private final CSVFormat format;
    private final char delimiter;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final List<String> header;
    private long line;

    CsvRows(InputStream file, char delimiter) throws IOException {
        this.reader = new BufferedReader(new InputStreamReader(unzipped(file), StandardCharsets.UTF_8), 65_536);
        this.delimiter = delimiter;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        var first = next();
        var names = first == null ? List.<String>of() : first.values();
        this.header =
                names.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }

    /**
     * One row.
     *
     * @param line on which it begins, counted from 1
     * @param problem why it cannot be read
     */
    record Row(
            long line,
            String text,
            List<String> values,
            @Nullable String problem) {}

    List<String> header() {
        return header;
    }

    @Nullable
    Row next() throws IOException {
        var first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        var begin = line;
        if (first.length() >= LONGEST) {
            return new Row(begin, first.substring(0, 1000), List.of(), "The line is longer than 262,144 characters.");
        }
        return openQuote(first, false) ? overLines(first, begin) : parsed(first, begin);
    }

    /** Joins the lines of a quoted value; when its end is not found, gives back all lines but the first. */
    private Row overLines(String first, long begin) throws IOException {
        var text = new StringBuilder(first);
        var taken = new ArrayList<String>();
        var open = true;
        while (open && taken.size() < MOST_LINES && text.length() < LONGEST) {
            var next = nextLine();
            if (next == null) {
                break;
            }
            taken.add(next);
            text.append('\n').append(next);
            open = openQuote(next, true);
        }
        if (!open) {
            return parsed(text.toString(), begin);
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.push(taken.get(i));
            line--;
        }
        return new Row(
                begin,
                first,
                List.of(),
                "A quote is opened and not closed. Close it, or double it if it is part of the value.");
    }

    /** Whether a quoted value is still open at the end of a line; a quote opens one at its very beginning only. */
    private boolean openQuote(String text, boolean open) {
        var begin = !open;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (open) {
                open = c != '"';
                begin = false;
            } else if (c == '"' && (begin || i > 0 && text.charAt(i - 1) == '"')) {
                open = true;
            } else {
                begin = c == delimiter;
            }
        }
        return open;
    }

    private Row parsed(String text, long begin) {
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            var values = Arrays.asList(parser.iterator().next().values());
            return new Row(begin, text, values, null);
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            return new Row(
                    begin,
                    text,
                    List.of(),
                    "The quotes are not in order. Put a whole value in quotes, and double a quote inside it.");
        }
    }

    private @Nullable String nextLine() throws IOException {
        var next = ahead.isEmpty() ? readLine() : ahead.pop();
        if (next != null) {
            line++;
        }
        return next;
    }

    /** A line as {@link BufferedReader} reads it, but of bounded length. */
    private @Nullable String readLine() throws IOException {
        var text = new StringBuilder();
        for (int c = reader.read(); ; c = reader.read()) {
            if (c == -1) {
                return text.isEmpty() ? null : text.toString();
            }
            if (c == '\n') {
                return text.toString();
            }
            if (c != '\r' && c != 0 && text.length() < LONGEST) {
                text.append((char) c);
            }
        }
    }

    private static InputStream unzipped(InputStream file) throws IOException {
        var in = new PushbackInputStream(file, 2);
        var magic = in.readNBytes(2);
        in.unread(magic);
        var zipped = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return zipped ? new GZIPInputStream(in, 65_536) : in;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
