package org.relevo.workflow.designer;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.relevo.workflow.designer.DeployedModels.Deployed;
import org.relevo.workflow.guard.Guards;
import org.relevo.workflow.guard.ModelProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a draft to the process that cases run by: its author submits it, somebody else approves it, and it is deployed.
 * Cases that run stay on their version.
 */
@Component
public class Releases {

    private static final int REASON = 1_000;

    private final ProcessDrafts drafts;
    private final DraftTable table;
    private final ReleaseTable releases;
    private final DeployedModels deployed;
    private final RepositoryService repository;
    private final Guards guards;
    private final Audit audit;
    private final Clock clock;

    Releases(
            ProcessDrafts drafts,
            DraftTable table,
            ReleaseTable releases,
            DeployedModels deployed,
            RepositoryService repository,
            Guards guards,
            Audit audit,
            Clock clock) {
        this.drafts = drafts;
        this.table = table;
        this.releases = releases;
        this.deployed = deployed;
        this.repository = repository;
        this.guards = guards;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Release> of(String key) {
        return releases.of(key);
    }

    /** Asks others to approve the newest version of a draft. */
    @Transactional
    public void submit(long id, String reason, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = drafts.mine(id, by);
        required("reason", reason);
        flawless(drafts.xml(id, draft.version()));
        table.state(id, Draft.State.SUBMITTED, reason.strip(), by.name(), null, null);
        audit.record(by.name(), "process draft submitted", "draft " + id, sentence(draft, reason));
    }

    /** Nobody approves what they have drawn or submitted themselves. */
    @Transactional
    public void approve(long id, String decision, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = submitted(id);
        if (drafts.authors(id).contains(by.name()) || by.name().equals(draft.submittedBy())) {
            throw new Refusal.NotAllowed(
                    "%s has worked on draft %d. Somebody else with the role PROCESS_ADMIN approves it."
                            .formatted(by.name(), id));
        }
        table.state(
                id,
                Draft.State.APPROVED,
                draft.reason(),
                draft.submittedBy(),
                by.name(),
                bounded("decision", decision));
        audit.record(by.name(), "process draft approved", "draft " + id, sentence(draft, decision));
    }

    @Transactional
    public void giveBack(long id, String decision, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = submitted(id);
        required("decision", decision);
        table.state(id, Draft.State.DRAFT, draft.reason(), null, by.name(), decision.strip());
        audit.record(by.name(), "process draft returned", "draft " + id, sentence(draft, decision));
    }

    /** Deploys what was approved, unless the process was changed since the draft began. */
    @Transactional
    public Release deploy(long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = drafts.mine(id, by);
        if (draft.state() != Draft.State.APPROVED) {
            throw new Refusal.Conflict(
                    "Draft %d is not approved. Submit it, and let somebody else approve it.".formatted(id));
        }
        var latest = deployed.find(draft.processKey()).map(Deployed::version).orElse(null);
        if (!Objects.equals(latest, draft.basedOn())) {
            throw new Refusal.Conflict(
                    "Version %s of %s was deployed since draft %d began. Compare them, bring the draft up to it, and submit it again."
                            .formatted(latest, draft.processKey(), id));
        }
        var xml = drafts.xml(id, draft.version());
        var version = toEngine(draft.processKey(), xml, "draft %d, version %d".formatted(id, draft.version()));
        var release = new Release(
                draft.processKey(),
                version,
                id,
                draft.version(),
                Models.sha256(xml),
                String.valueOf(draft.reason()),
                String.valueOf(draft.submittedBy()),
                String.valueOf(draft.decidedBy()),
                by.name(),
                clock.instant(),
                null);
        table.state(id, Draft.State.DEPLOYED, draft.reason(), draft.submittedBy(), draft.decidedBy(), draft.decision());
        return told(release);
    }

    /** Says that a draft takes account of what was deployed since it began. */
    @Transactional
    public void catchUp(long id, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var draft = drafts.mine(id, by);
        table.base(id, deployed.find(draft.processKey()).map(Deployed::version).orElse(null));
    }

    /** Takes up the model of an older version again, as a new version. It was approved when it was deployed. */
    @Transactional
    public Release rollBack(String key, int to, @Nullable String reason, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        var latest = deployed.latest(key);
        if (to >= latest.version()) {
            throw new Refusal.Conflict("Version %d of %s is the newest. Choose one before it.".formatted(to, key));
        }
        var xml = deployed.xml(deployed.version(key, to));
        var why = reason == null || reason.isBlank()
                ? "Back from version %d to version %d".formatted(latest.version(), to)
                : bounded("reason", reason);
        var version = toEngine(key, xml, "back to version " + to);
        return told(new Release(
                key,
                version,
                null,
                null,
                Models.sha256(xml),
                why,
                by.name(),
                by.name(),
                by.name(),
                clock.instant(),
                to));
    }

    /** No case begins with it any more; those that run go on. */
    @Transactional
    public void retire(String key, String reason, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        required("reason", reason);
        var model = deployed.latest(key);
        if (guards.catalogue().starts().stream()
                .anyMatch(start -> start.process().equals(key))) {
            throw new Refusal.Conflict(
                    "Relevo itself starts %s for its cases, so it cannot be retired. Change it instead."
                            .formatted(key));
        }
        var caller = deployed.all().stream()
                .filter(one -> !one.retired() && deployed.xml(one).contains("calledElement=\"" + key + "\""))
                .findFirst();
        if (caller.isPresent()) {
            throw new Refusal.Conflict(
                    "%s still calls %s. Change it first.".formatted(caller.get().key(), key));
        }
        if (!model.retired()) {
            repository.suspendProcessDefinitionByKey(key);
            audit.record(by.name(), "process retired", key, reason.strip());
        }
    }

    @Transactional
    public void takeUpAgain(String key, Actor by) {
        by.require(Role.PROCESS_ADMIN);
        if (deployed.latest(key).retired()) {
            flawless(deployed.xml(deployed.latest(key)));
            repository.activateProcessDefinitionByKey(key);
            audit.record(by.name(), "process taken up again", key, null);
        }
    }

    private Release told(Release release) {
        releases.insert(release);
        audit.record(
                release.deployedBy(),
                release.rolledBackTo() == null ? "process deployed" : "process rolled back",
                "%s version %d".formatted(release.processKey(), release.version()),
                "sha256 %s; drawn by %s, approved by %s; %s"
                        .formatted(release.sha256(), release.author(), release.approver(), release.reason()));
        return release;
    }

    private int toEngine(String key, String xml, String origin) {
        flawless(xml);
        var deployment = handed(key, xml, origin);
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .singleResult()
                .getVersion();
    }

    private Deployment handed(String key, String xml, String origin) {
        try {
            return repository
                    .createDeployment()
                    .name("%s (%s)".formatted(key, origin))
                    .addString(key + ".bpmn20.xml", xml)
                    .deploy();
        } catch (FlowableException e) {
            throw new Refusal.Conflict("The engine does not take %s: %s".formatted(key, e.getMessage()));
        }
    }

    private Draft submitted(long id) {
        var draft = table.hold(id).orElseThrow(() -> ProcessDrafts.missing(id));
        if (draft.state() != Draft.State.SUBMITTED) {
            throw new Refusal.Conflict(
                    "Draft %d is not waiting for an approval. Its page says how it stands.".formatted(id));
        }
        return draft;
    }

    private void flawless(String xml) {
        var errors = guards.guard().check(Models.bytes(xml)).stream()
                .filter(ModelProblem::error)
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Conflict("The model has %d faults. Open it and mend them: %s"
                    .formatted(
                            errors.size(),
                            errors.stream().limit(5).map(ModelProblem::toString).collect(Collectors.joining(" "))));
        }
    }

    private static void required(String field, String text) {
        if (text.isBlank()) {
            throw new Refusal.Invalid(field, "Say why, for those who look later.");
        }
        bounded(field, text);
    }

    private static String bounded(String field, String text) {
        if (text.length() > REASON) {
            throw new Refusal.Invalid(field, "Use at most %d characters.".formatted(REASON));
        }
        return text.strip();
    }

    private String sentence(Draft draft, String words) {
        return "%s, version %d, sha256 %s: %s"
                .formatted(
                        draft.processKey(),
                        draft.version(),
                        Models.sha256(drafts.xml(draft.id(), draft.version())),
                        words.strip());
    }
}
