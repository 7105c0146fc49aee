package org.relevo.intake.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML mail as lines of text, quotations marked as mail programs mark them in text. */
final class HtmlText {

    private static final String UNSEEN = "script,style,head,title,template,noscript,[hidden],[style*=display:none],"
            + "[style*=display: none],[style*=mso-hide:all]";
    private static final Set<String> LINES = Set.of(
            "p", "div", "tr", "table", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr");

    private HtmlText() {}

    static String of(String html) {
        var page = Jsoup.parse(html);
        page.select(UNSEEN).remove();
        // Where Outlook's programs begin to quote there is nothing but an element that is seen as a line.
        page.select("#divRplyFwdMsg, #appendonsend, #mail-editor-reference-message-container, #ms-outlook-mobile-quote")
                .forEach(quote -> quote.before(new TextNode("\n" + OwnText.OUTLOOK_LINE + "\n")));
        var lines = new Lines();
        page.body().traverse(lines);
        return lines.text
                .toString()
                .replace('\u00A0', ' ')
                .replaceAll("[ \t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    private static class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private int quoted;
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                add(words.getWholeText());
            } else if (node.nodeName().equals("br")) {
                text.append('\n').append(mark());
            } else if (LINES.contains(node.nodeName())) {
                quoted += node.nodeName().equals("blockquote") ? 1 : 0;
                preformatted += node.nodeName().equals("pre") ? 1 : 0;
                newLine();
                text.append(node.nodeName().equals("li") ? "- " : "");
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (LINES.contains(node.nodeName())) {
                quoted -= node.nodeName().equals("blockquote") ? 1 : 0;
                preformatted -= node.nodeName().equals("pre") ? 1 : 0;
                newLine();
                text.append(node.nodeName().equals("p") ? "\n" + mark() : "");
            } else if (node.nodeName().equals("td")) {
                text.append(' ');
            }
        }

        private void add(String words) {
            var asTyped = preformatted > 0 || words.contains(OwnText.OUTLOOK_LINE);
            var shown = asTyped ? words.replace("\n", "\n" + mark()) : words.replaceAll("\\s+", " ");
            text.append(!asTyped && ends("\n" + mark()) ? shown.stripLeading() : shown);
        }

        private void newLine() {
            if (!ends("\n" + mark())) {
                text.append('\n').append(mark());
            }
        }

        private boolean ends(String with) {
            var from = text.length() - with.length();
            return from >= 0 && text.indexOf(with, from) == from;
        }

        private String mark() {
            return "> ".repeat(Math.min(quoted, 3));
        }
    }
}
