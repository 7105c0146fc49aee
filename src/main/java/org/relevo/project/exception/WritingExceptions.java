package org.relevo.project.exception;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.project.exception.ExceptionContent.Text;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a report says. What somebody typed is never lost: a newer text stands before it, not in its place. */
@Component
class WritingExceptions implements ExceptionWriting {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_OPTIONS = 10;

    private final ExceptionReading reading;
    private final ExceptionTexts texts;
    private final ExceptionOptions options;
    private final ExceptionDrafting drafting;
    private final ExceptionNews news;
    private final Clock clock;

    WritingExceptions(
            ExceptionReading reading,
            ExceptionTexts texts,
            ExceptionOptions options,
            ExceptionDrafting drafting,
            ExceptionNews news,
            Clock clock) {
        this.reading = reading;
        this.texts = texts;
        this.options = options;
        this.drafting = drafting;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public List<Text> texts(WorkItemNumber number) {
        return texts.all(number);
    }

    @Override
    @Transactional
    public void draft(WorkItemNumber number, Actor by) {
        var report = reading.writable(number, by);
        var draft = drafting.of(report, by);
        var newest = texts.newest(number);
        for (var section : ExceptionSection.values()) {
            var there = newest.get(section);
            var words = draft.texts().getOrDefault(section, "");
            if (!words.isEmpty() && (there == null || there.drafted())) {
                put(number, section, words, true, by);
            }
        }
        var there = options.of(number);
        if (there.isEmpty()) {
            options.add(number, draft.accepting());
        }
        there.stream()
                .filter(ExceptionOption::drafted)
                .filter(one -> one.days() != draft.accepting().days()
                        || one.cost().compareTo(draft.accepting().cost()) != 0)
                .forEach(one -> options.change(number, draft.accepting(one)));
    }

    @Override
    @Transactional
    public void redraft(WorkItemNumber number, ExceptionSection section, Actor by) {
        var report = reading.writable(number, by);
        put(number, section, drafting.of(report, by).texts().getOrDefault(section, ""), true, by);
    }

    @Override
    @Transactional
    public void edit(WorkItemNumber number, ExceptionSection section, int version, String text, Actor by) {
        reading.writable(number, by);
        var there = texts.newest(number).get(section);
        if (there != null && there.version() != version) {
            throw new Refusal.Conflict(
                    "%s has written this part meanwhile. Take over what you need from it, and save again."
                            .formatted(there.by()));
        }
        var words = text.strip().replace("\r\n", "\n");
        if (words.length() > LONGEST_TEXT) {
            throw new Refusal.Invalid(section.name(), "Shorten it to %,d characters.".formatted(LONGEST_TEXT));
        }
        put(number, section, words, false, by);
    }

    @Override
    @Transactional
    public void restore(WorkItemNumber number, ExceptionSection section, int version, Actor by) {
        reading.writable(number, by);
        var earlier = texts.all(number).stream()
                .filter(one -> one.section() == section && one.version() == version)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no version %d of that part. Its page lists those it has.".formatted(number, version)));
        put(number, section, earlier.text(), earlier.drafted(), by);
    }

    /** The same words again are no new version. */
    private void put(WorkItemNumber number, ExceptionSection section, String words, boolean drafted, Actor by) {
        var there = texts.newest(number).get(section);
        if (there != null && there.text().equals(words) && there.drafted() == drafted) {
            return;
        }
        texts.add(
                number,
                new Text(section, there == null ? 1 : there.version() + 1, words, drafted, by.name(), clock.instant()));
    }

    @Override
    @Transactional
    public void addOption(WorkItemNumber number, Map<String, String> typed, Actor by) {
        var report = reading.writable(number, by);
        var option = TypedOption.read(0, typed);
        if (options.of(number).size() >= MOST_OPTIONS) {
            throw new Refusal.Invalid("title", "A report has at most %d options.".formatted(MOST_OPTIONS));
        }
        options.add(number, option);
        news.note(report, "EXCEPTION_OPTION", "Option added: " + option.title(), by.name(), null);
    }

    @Override
    @Transactional
    public void changeOption(WorkItemNumber number, long option, Map<String, String> typed, Actor by) {
        reading.writable(number, by);
        var there = there(number, option);
        if (!String.valueOf(there.version())
                .equals(typed.getOrDefault("version", "").strip())) {
            throw new Refusal.Conflict(
                    "Somebody has changed option %s meanwhile. Look at it, and save again.".formatted(there.letter()));
        }
        options.change(number, TypedOption.read(option, typed));
    }

    @Override
    @Transactional
    public void removeOption(WorkItemNumber number, long option, Actor by) {
        var report = reading.writable(number, by);
        var there = there(number, option);
        options.remove(number, option);
        news.note(report, "EXCEPTION_OPTION", "Option removed: " + there.title(), by.name(), null);
    }

    private ExceptionOption there(WorkItemNumber number, long option) {
        return options.of(number).stream()
                .filter(one -> one.id() == option)
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such option any more. Its page lists those it has.".formatted(number)));
    }
}
