package org.relevo.workflow.designer;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.workflow.guard.ModelGuard;
import org.relevo.workflow.guard.ModelOutline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** ProcessDrafts of processes: they may be incomplete, but each state that was saved is kept. */
@Component
public class ProcessDrafts {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,63}");
    private static final int COMMENT = 4_000;

    private final DraftTable table;
    private final DeployedModels deployed;
    private final Audit audit;
    private final Clock clock;

    ProcessDrafts(DraftTable table, DeployedModels deployed, Audit audit, Clock clock) {
        this.table = table;
        this.deployed = deployed;
        this.audit = audit;
        this.clock = clock;
    }

    public Draft get(long id) {
        return table.find(id).orElseThrow(() -> missing(id));
    }

    static Refusal.NotFound missing(long id) {
        return new Refusal.NotFound("There is no draft %d. Choose one from the list of processes.".formatted(id));
    }

    public List<Draft> open() {
        return table.open();
    }

    public List<DraftVersion> versions(long id) {
        return table.versions(get(id).id());
    }

    public List<DraftComment> comments(long id) {
        return table.comments(id);
    }

    public List<String> authors(long id) {
        return table.authors(id);
    }

    public String xml(long id, int version) {
        return table.xml(id, version)
                .orElseThrow(() -> new Refusal.NotFound("Draft %d has no version %d.".formatted(id, version)));
    }

    /** Of the version that is deployed. */
    @Transactional
    public Draft begin(String key, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var model = deployed.latest(key);
        return created(
                key, model.name(), model.version(), deployed.xml(model), by, "begun from version " + model.version());
    }

    /** Of a process that does not exist yet. */
    @Transactional
    public Draft begin(String key, String name, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var wanted = key.strip().toLowerCase(Locale.ROOT);
        if (!KEY.matcher(wanted).matches()) {
            throw new Refusal.Invalid("key", "Use small letters, digits and hyphens, as in supplier-call.");
        }
        if (deployed.find(wanted).isPresent()) {
            throw new Refusal.Invalid(
                    "key", "There is a process %s already. Begin a draft of it instead.".formatted(wanted));
        }
        var called = name.isBlank() ? wanted : name.strip();
        if (called.length() > 200) {
            throw new Refusal.Invalid("name", "Use at most 200 characters.");
        }
        return created(wanted, called, null, Models.empty(wanted, called), by, null);
    }

    /** @param xml a file that somebody brings along */
    @Transactional
    public Draft take(String xml, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var safe = safe(xml);
        var outline = ModelOutline.of(Models.bytes(safe));
        var key = outline.process() == null ? "process" : outline.process();
        var base = deployed.find(key).map(DeployedModels.Deployed::version).orElse(null);
        return created(key, outline.name() == null ? key : outline.name(), base, safe, by, "imported");
    }

    @Transactional
    public Draft duplicate(long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = get(id);
        return created(
                draft.processKey(),
                draft.name(),
                draft.basedOn(),
                xml(id, draft.version()),
                by,
                "copied from draft %d, version %d".formatted(id, draft.version()));
    }

    private Draft created(
            String key, String name, @Nullable Integer base, String xml, Actor by, @Nullable String note) {
        var now = clock.instant();
        var id = table.insert(cut(key), cut(name), base, by.name(), now);
        table.addVersion(id, 1, xml, Models.sha256(xml), by.name(), now, note);
        audit.record(by.name(), "process draft begun", "draft " + id, key);
        return get(id);
    }

    /**
     * Saves a state of a draft. One that had been submitted or approved is a mere draft again.
     *
     * @param read the version that the one who saves has read
     */
    @Transactional
    public Draft save(long id, int read, String xml, @Nullable String note, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = mine(id, by);
        if (draft.version() != read) {
            throw new SavedMeanwhile(draft);
        }
        var safe = safe(xml);
        var sha = Models.sha256(safe);
        if (sha.equals(Models.sha256(xml(id, draft.version())))) {
            return draft;
        }
        var outline = ModelOutline.of(Models.bytes(safe));
        var now = clock.instant();
        table.addVersion(id, read + 1, safe, sha, by.name(), now, note);
        table.saved(
                id,
                read + 1,
                cut(Optional.ofNullable(outline.process()).orElse(draft.processKey())),
                cut(Optional.ofNullable(outline.name()).orElse(draft.name())),
                by.name(),
                now);
        return get(id);
    }

    /** Makes an old version the newest. */
    @Transactional
    public Draft useAgain(long id, int version, Actor by) {
        var draft = mine(id, by);
        return save(id, draft.version(), xml(id, version), "version %d again".formatted(version), by);
    }

    @Transactional
    public Draft lock(long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        mine(id, by);
        table.lock(id, by.name(), clock.instant());
        return get(id);
    }

    /** Whoever locked it unlocks it; an administrator may take the lock from somebody who is away. */
    @Transactional
    public Draft unlock(long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        if (!by.has(Role.ADMIN)) {
            mine(id, by);
        }
        table.lock(id, null, null);
        return get(id);
    }

    @Transactional
    public void comment(long id, String text, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = get(id);
        if (text.isBlank() || text.length() > COMMENT) {
            throw new Refusal.Invalid("text", "Write something, at most %d characters.".formatted(COMMENT));
        }
        table.comment(id, draft.version(), by.name(), clock.instant(), text.strip());
    }

    @Transactional
    public void discard(long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = mine(id, by);
        table.state(id, Draft.State.DISCARDED, draft.reason(), null, null, null);
        audit.record(by.name(), "process draft discarded", "draft " + id, draft.processKey());
    }

    /** The draft, if nobody else works on it and it is not settled. */
    Draft mine(long id, Actor by) {
        var draft = table.hold(id).orElseThrow(() -> missing(id));
        if (!draft.open()) {
            throw new Refusal.Conflict("Draft %d is %s and can no longer be changed. Duplicate it."
                    .formatted(id, draft.state().name().toLowerCase(Locale.ROOT)));
        }
        var other = draft.lockedFor(by.name(), clock.instant());
        if (other != null) {
            throw new Refusal.Conflict("%s works on draft %d since %s. Ask for it, or duplicate it."
                    .formatted(other, id, Objects.requireNonNull(draft.lockedAt())));
        }
        return draft;
    }

    private static String safe(String xml) {
        var unsafe = ModelGuard.unsafe(Models.bytes(xml));
        if (!unsafe.isEmpty()) {
            throw new UnsafeXml(unsafe);
        }
        return xml;
    }

    private static String cut(String text) {
        return text.length() > 200 ? text.substring(0, 200) : text;
    }
}
