package org.relevo.incident.communication;

import java.util.List;
import java.util.Map;

/** The shapes in which chat programs take a message. */
public enum WebhookForm {
    /** Slack, and what is compatible with it, such as Mattermost: mrkdwn in sections, and the same as plain text. */
    SLACK {
        @Override
        Map<String, Object> body(String subject, String text) {
            return Map.of(
                    "text",
                    subject + "\n" + text,
                    "blocks",
                    List.of(
                            Map.of("type", "header", "text", plain(cut(subject, 150))),
                            Map.of("type", "section", "text", plain(cut(text, 3000)))));
        }

        private Map<String, Object> plain(String text) {
            return Map.of("type", "plain_text", "text", text);
        }
    },
    /** Microsoft Teams: an Adaptive Card as the attachment of a message. */
    TEAMS {
        @Override
        Map<String, Object> body(String subject, String text) {
            var card = Map.of(
                    "$schema",
                    "http://adaptivecards.io/schemas/adaptive-card.json",
                    "type",
                    "AdaptiveCard",
                    "version",
                    "1.4",
                    "body",
                    List.of(
                            Map.of(
                                    "type",
                                    "TextBlock",
                                    "text",
                                    subject,
                                    "weight",
                                    "Bolder",
                                    "size",
                                    "Medium",
                                    "wrap",
                                    true),
                            Map.of("type", "TextBlock", "text", cut(text, 20_000), "wrap", true)));
            return Map.of(
                    "type",
                    "message",
                    "attachments",
                    List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
        }
    };

    abstract Map<String, Object> body(String subject, String text);

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
