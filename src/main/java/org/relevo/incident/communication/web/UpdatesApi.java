package org.relevo.incident.communication.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.communication.Communication;
import org.relevo.incident.communication.Draft;
import org.relevo.incident.communication.Sent;
import org.relevo.incident.communication.Update;
import org.relevo.incident.communication.Updates;
import org.relevo.incident.communication.Written;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.JsonBody;
import org.relevo.rules.UpdateAudience;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Updates of an incident, for programs. Times in UTC. */
@RestController
@RequestMapping(path = "/api/v1/incidents/{number}/updates", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Updates")
class UpdatesApi {

    /** By its name, which is what drafts say. */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Updates updates;

    UpdatesApi(Updates updates) {
        this.updates = updates;
    }

    /** One text of an update, or of a draft of one. */
    record Text(String audience, String language, String subject, String body) {}

    /** What became of an update on its way. */
    record Delivery(
            String audience,
            String channel,
            String recipient,
            String state,
            @Nullable Instant at,
            @Nullable String answer) {}

    record Told(int number, Instant at, String by, String state, List<Text> texts, List<Delivery> deliveries) {}

    /**
     * All that was told of an incident.
     *
     * @param nextBy when the next update is owed; null where none is
     * @param follows what to send as {@code follows} with the next update
     */
    record Listing(@Nullable Instant nextBy, int follows, List<Text> drafts, List<Told> updates) {}

    @GetMapping
    @Operation(summary = "When the next update is owed, drafts of it, and the updates sent, with their deliveries")
    Listing all(@PathVariable String number, Actor by) {
        var known = updates.of(new WorkItemNumber(number), UTC);
        return new Listing(
                known.nextBy(),
                known.follows(),
                known.drafts().stream().map(UpdatesApi::text).toList(),
                known.history().stream().map(sent -> told(sent, by)).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Sends an update: texts (audience, subject, body) and follows, the number of the last update known; the same sent again is the same update")
    Told send(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only("follows", "texts");
        var written = new ArrayList<Written>();
        for (var text : body.objects("texts")) {
            text.only("audience", "subject", "body");
            var audience = text.choice("audience", UpdateAudience.class);
            var one = new Written(
                    audience == null ? UpdateAudience.USERS : audience, text.text("subject"), text.text("body"));
            written.add(one);
        }
        var follows = body.count("follows");
        body.check();
        var wanted = new WorkItemNumber(number);
        var known = body.has("follows") ? follows : updates.of(wanted, UTC).follows();
        return told(updates.send(by, wanted, known, written), by);
    }

    private Told told(Update update, Actor by) {
        return updates.of(update.workItem(), UTC).history().stream()
                .filter(sent -> sent.update().id() == update.id())
                .findFirst()
                .map(sent -> told(sent, by))
                .orElseThrow();
    }

    private static Told told(Sent sent, Actor by) {
        var update = sent.update();
        return new Told(
                update.number(),
                update.at(),
                update.by(),
                update.state().name(),
                update.texts().stream().map(UpdatesApi::text).toList(),
                Communication.showsRecipients(by)
                        ? sent.receipts().stream().map(UpdatesApi::delivery).toList()
                        : List.of());
    }

    private static Text text(Update.Text text) {
        return new Text(text.audience().name(), text.language().getLanguage(), text.subject(), text.body());
    }

    private static Text text(Draft draft) {
        return new Text(draft.audience().name(), draft.language().getLanguage(), draft.subject(), draft.body());
    }

    private static Delivery delivery(Sent.Receipt receipt) {
        return new Delivery(
                receipt.audience().name(),
                receipt.channel().name(),
                receipt.recipient(),
                receipt.state(),
                receipt.at(),
                receipt.answer());
    }
}
