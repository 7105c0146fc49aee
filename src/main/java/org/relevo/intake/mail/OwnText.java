package org.relevo.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the writer of a mail has added to what is quoted in it. */
final class OwnText {

    /** The line by which Outlook parts an answer from what it answers. */
    static final String OUTLOOK_LINE = "-----Original Message-----";

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern QUOTE_BEGINS = Pattern.compile(
            "\\s*-{2,}\\s*(original message|ursprüngliche nachricht|mensaje original|message d['’]origine|"
                    + "messaggio originale|oorspronkelijk bericht|mensagem original|oryginalna wiadomość|"
                    + "forwarded message|weitergeleitete nachricht|mensaje reenviado)\\s*-{2,}\\s*",
            CASE);

    /** {@code On Monday Ana wrote:}, in the languages people write to us in; it may run over two or three lines. */
    private static final Pattern ATTRIBUTION = Pattern.compile(
            "\\s*(on\\b.*\\bwrote|am\\b.*\\bschrieb\\b.*|el\\b.*\\bescribi[óo]\\b.*|le\\b.*\\ba écrit|"
                    + "il\\b.*\\bha scritto|op\\b.*\\bschreef\\b.*|em\\b.*\\bescreveu|w dniu\\b.*\\bnapisał.*|"
                    + "den\\b.*\\bskrev\\b.*|.*<[^<>\\s]+@[^<>\\s]+>\\s*(wrote|schrieb|escribió|a écrit))\\s*:\\s*",
            CASE | Pattern.DOTALL);

    private static final Pattern FROM =
            Pattern.compile("\\s*\\*?(from|von|de|da|van|od|från|fra)\\s*:\\*?\\s+\\S.*", CASE);
    private static final Pattern SENT = Pattern.compile(
            "\\s*\\*?(sent|date|gesendet|datum|enviado( el)?|fecha|envoyé|inviato|data|verzonden|wysłano|skickat)\\s*:.*",
            CASE);

    private static final Pattern MOBILE = Pattern.compile(
            "\\s*((sent|get) (from|with|using|via)? ?(my )?(iphone|ipad|android|samsung|galaxy|mobile|outlook|mail for)\\b.*|"
                    + "get outlook for .*|(von|gesendet von|gesendet mit) (meinem|outlook|der)\\b.*|"
                    + "(enviado|obtener|obtén) (desde|outlook|de)\\b.*|"
                    + "(envoyé|télécharger|obtenez) (de|depuis|outlook)\\b.*|(inviato|scarica) (da|outlook)\\b.*)",
            CASE);

    private OwnText() {}

    static String of(String text) {
        var lines = List.of(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        var own = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            if (QUOTE_BEGINS.matcher(lines.get(i)).matches() || headerBegins(lines, i)) {
                break;
            }
            var attribution = attribution(lines, i);
            if (attribution > 0) {
                var next = i + attribution;
                while (next < lines.size() && lines.get(next).isBlank()) {
                    next++;
                }
                if (next < lines.size() && !lines.get(next).startsWith(">")) {
                    break;
                }
                i = next - 1;
            } else if (!lines.get(i).startsWith(">")) {
                own.add(lines.get(i).stripTrailing());
            }
        }
        return withoutSignature(own);
    }

    /** The header of the quoted mail, as Outlook writes it, with a line of underscores above it or not. */
    private static boolean headerBegins(List<String> lines, int at) {
        var from = lines.get(at).matches("\\s*_{10,}\\s*") ? at + 1 : at;
        return from + 1 < lines.size()
                && FROM.matcher(lines.get(from)).matches()
                && lines.subList(from + 1, Math.min(from + 4, lines.size())).stream()
                        .anyMatch(line -> SENT.matcher(line).matches());
    }

    /** How many lines an attribution that begins here takes; 0 where none does. */
    private static int attribution(List<String> lines, int at) {
        if (lines.get(at).isBlank() || lines.get(at).startsWith(">")) {
            return 0;
        }
        var joined = new StringBuilder();
        for (var count = 1; count <= 3 && at + count <= lines.size(); count++) {
            var line = lines.get(at + count - 1);
            if (line.isBlank() || line.length() > 300) {
                return 0;
            }
            joined.append(line).append(' ');
            if (ATTRIBUTION.matcher(joined).matches()) {
                return count;
            }
        }
        return 0;
    }

    private static String withoutSignature(List<String> lines) {
        var end = lines.size();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("--") || lines.get(i).equals("-- ")) {
                end = i;
                break;
            }
        }
        while (end > 0
                && (lines.get(end - 1).isBlank()
                        || MOBILE.matcher(lines.get(end - 1)).matches())) {
            end--;
        }
        return String.join("\n", lines.subList(0, end))
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
