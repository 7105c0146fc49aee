package org.relevo.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that chat programs take, as their makers describe them. */
class WebhookFormTest {

    @Test
    void slackTakesATextAndBlocksOfPlainText() {
        var body = json(WebhookForm.SLACK, "Paint shop: <!channel>", "Line 1 runs *again*");
        assertThat(body.get("text").asString()).isEqualTo("Paint shop: <!channel>\nLine 1 runs *again*");
        assertThat(body.at("/blocks/0/type").asString()).isEqualTo("header");
        // as plain text nobody is called by what somebody wrote
        assertThat(body.at("/blocks/0/text/type").asString()).isEqualTo("plain_text");
        assertThat(body.at("/blocks/1/text/text").asString()).isEqualTo("Line 1 runs *again*");
    }

    @Test
    void teamsTakesAMessageWithAnAdaptiveCard() {
        var body = json(WebhookForm.TEAMS, "Paint shop", "Line 1 runs again");
        assertThat(body.get("type").asString()).isEqualTo("message");
        var card = body.at("/attachments/0");
        assertThat(card.get("contentType").asString()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/content/type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.at("/content/body/0/text").asString()).isEqualTo("Paint shop");
        assertThat(card.at("/content/body/1/text").asString()).isEqualTo("Line 1 runs again");
    }

    @Test
    void whatIsTooLongIsCutAndNotRefused() {
        var body = json(WebhookForm.SLACK, "s".repeat(400), "t".repeat(9000));
        assertThat(body.at("/blocks/0/text/text").asString()).hasSizeLessThanOrEqualTo(150);
        assertThat(body.at("/blocks/1/text/text").asString()).hasSizeLessThanOrEqualTo(3000);
    }

    private static JsonNode json(WebhookForm form, String subject, String text) {
        var mapper = JsonMapper.shared();
        return mapper.readTree(mapper.writeValueAsString(form.body(subject, text)));
    }
}
