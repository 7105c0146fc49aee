package org.relevo.rca;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.LiveUpdates;
import org.relevo.platform.Refusal;
import org.relevo.rca.RcaContent.Event;
import org.relevo.rca.RcaContent.Text;
import org.relevo.rca.RcaContent.Why;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class WritingDesk implements RcaWriting {

    /** Where a text quotes an event of the timeline. */
    static final Pattern QUOTATION = Pattern.compile("\\[#([0-9]{1,15})]");

    private static final int LONGEST = 20_000;
    private static final int LONGEST_ANSWER = 1_000;
    private static final int MOST_WHYS = 60;
    private static final int DEEPEST = 9;

    private final RcaReading reading;
    private final TextRows texts;
    private final WhyRows whys;
    private final ActionRows actions;
    private final Drafting drafting;
    private final People people;
    private final MessageSource messages;
    private final LiveUpdates live;
    private final Clock clock;

    WritingDesk(
            RcaReading reading,
            TextRows texts,
            WhyRows whys,
            ActionRows actions,
            Drafting drafting,
            People people,
            MessageSource messages,
            LiveUpdates live,
            Clock clock) {
        this.reading = reading;
        this.texts = texts;
        this.whys = whys;
        this.actions = actions;
        this.drafting = drafting;
        this.people = people;
        this.messages = messages;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void draft(WorkItemNumber number, Actor by) {
        reading.locked(number);
        var written = texts.newest(number);
        Arrays.stream(Section.values())
                .filter(section -> !written.containsKey(section))
                .forEach(section -> write(number, section, 1, drafted(number, section, by), true, by));
        if (whys.of(number).isEmpty()) {
            draftWhys(number, by);
        }
    }

    private String drafted(WorkItemNumber number, Section section, Actor by) {
        var incident = reading.item(reading.get(number).incident());
        return drafting.draft(section, incident, texts.events(number), words(number, by));
    }

    /** In the language of the one who asks; what a process asks for is written for the one who owes the analysis. */
    private DraftWords words(WorkItemNumber number, Actor by) {
        var reader = people.find(by.name())
                .or(() -> Optional.ofNullable(reading.item(number).owner()).flatMap(people::find));
        return new DraftWords(
                messages,
                reader.map(Person::language).orElse(Locale.ENGLISH),
                reader.<ZoneId>map(Person::zone).orElse(ZoneOffset.UTC));
    }

    private void draftWhys(WorkItemNumber number, Actor by) {
        var incident = reading.item(reading.get(number).incident());
        var first = words(number, by).of("rca.draft.why", incident.title());
        var question = whys.add(number, null, new Answer(first, null, null));
        drafting.causeFound(incident, texts.events(number))
                .ifPresent(event ->
                        whys.add(number, question, new Answer(clip(drafting.answer(event)), event.id(), null)));
    }

    private static String clip(String text) {
        return text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) : text;
    }

    @Override
    @Transactional
    public void edit(WorkItemNumber number, Section section, int version, String text, Actor by) {
        openFor(number, by);
        var now = texts.newest(number).get(section);
        var current = now == null ? 0 : now.version();
        var clean = text.replace("\r\n", "\n").strip();
        if (version != current) {
            throw new Refusal.Conflict(
                    "%s has changed this section meanwhile. Nothing of yours is lost: compare the two and save again."
                            .formatted(now == null ? "Somebody" : now.by()));
        }
        if (clean.length() > LONGEST) {
            throw new Refusal.Invalid(
                    "text", "It has %,d characters. Shorten it to %,d.".formatted(clean.length(), LONGEST));
        }
        requireKnown(number, clean);
        if (now == null || !now.text().equals(clean)) {
            write(number, section, current + 1, clean, false, by);
            wrote(number, by);
        }
    }

    private void requireKnown(WorkItemNumber number, String text) {
        var known = texts.events(number).stream().map(Event::id).collect(Collectors.toSet());
        QUOTATION
                .matcher(text)
                .results()
                .map(found -> Long.parseLong(found.group(1)))
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new Refusal.Invalid(
                            "text",
                            "[#%d] is no event of this incident. Take the numbers from its timeline.".formatted(id));
                });
    }

    @Override
    @Transactional
    public void redraft(WorkItemNumber number, Section section, Actor by) {
        openFor(number, by);
        var now = texts.newest(number).get(section);
        write(number, section, now == null ? 1 : now.version() + 1, drafted(number, section, by), true, by);
        live.changed(number.value());
    }

    private void write(WorkItemNumber number, Section section, int version, String text, boolean drafted, Actor by) {
        texts.add(number, new Text(section, version, text, drafted, by.name(), clock.instant()));
    }

    @Override
    @Transactional
    public void addWhy(WorkItemNumber number, @Nullable Long parent, Answer answer, Actor by) {
        openFor(number, by);
        var tree = whys.of(number);
        if (tree.size() >= MOST_WHYS) {
            throw new Refusal.Invalid("text", "The tree has %d whys. Remove one first.".formatted(tree.size()));
        }
        if (parent != null && why(tree, parent).depth() >= DEEPEST) {
            throw new Refusal.Invalid("text", "The tree is %d deep. Answer further up.".formatted(DEEPEST + 1));
        }
        var said = checked(number, answer);
        if (tree.stream()
                .anyMatch(one ->
                        Objects.equals(one.parent(), parent) && one.text().equals(said.text()))) {
            // the same answer to the same why is one, however often it is sent
            return;
        }
        whys.add(number, parent, said);
        wrote(number, by);
    }

    @Override
    @Transactional
    public void changeWhy(WorkItemNumber number, long why, String was, Answer answer, Actor by) {
        openFor(number, by);
        var now = why(whys.of(number), why);
        if (!now.text().equals(was.replace("\r\n", "\n"))) {
            throw new Refusal.Conflict(
                    "Somebody has changed this why meanwhile. It now says “%s”.".formatted(now.text()));
        }
        whys.change(now.id(), checked(number, answer));
        wrote(number, by);
    }

    @Override
    @Transactional
    public void removeWhy(WorkItemNumber number, long why, Actor by) {
        openFor(number, by);
        whys.remove(why(whys.of(number), why).id());
        wrote(number, by);
    }

    private static Why why(List<Why> tree, long id) {
        return tree.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal.NotFound("That why is gone, or belongs to another analysis. Reload the page."));
    }

    private Answer checked(WorkItemNumber number, Answer answer) {
        var text = answer.text().replace("\r\n", "\n").strip();
        if (text.isEmpty() || text.length() > LONGEST_ANSWER) {
            throw new Refusal.Invalid("text", "Answer in 1 to %,d characters.".formatted(LONGEST_ANSWER));
        }
        var event = answer.event();
        if (event != null && texts.events(number).stream().noneMatch(one -> one.id() == event)) {
            throw new Refusal.Invalid("points", "Event #%d is none of this incident's.".formatted(event));
        }
        var action = answer.action();
        if (action != null
                && actions.of(number).stream()
                        .noneMatch(one -> one.number().value().equals(action))) {
            throw new Refusal.Invalid("points", "%s is no corrective action of %s.".formatted(action, number));
        }
        return new Answer(text, event, action);
    }

    private void openFor(WorkItemNumber number, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        reading.locked(number);
        var status = reading.get(number).status();
        if (status != RcaStatus.DRAFTING) {
            throw new Refusal.Conflict(Optional.of(status)
                    .filter(RcaStatus.REVIEW::equals)
                    .map(review -> "%s is in review. Have it returned first; then it can be changed.".formatted(number))
                    .orElse("%s is %s and can no longer be changed.".formatted(number, Spoken.of(status))));
        }
    }

    private void wrote(WorkItemNumber number, Actor by) {
        texts.author(number, by.name());
        live.changed(number.value());
    }
}
