package org.relevo.workflow.designer;

import java.util.Comparator;
import java.util.List;
import org.relevo.platform.Refusal;
import org.springframework.stereotype.Component;

/** What differs between two states of a draft, or between one and what is deployed. */
@Component
public class Comparison {

    private static final String DEPLOYED = "deployed";
    private static final String NEWEST = "newest";

    private final ProcessDrafts drafts;
    private final DeployedModels deployed;

    Comparison(ProcessDrafts drafts, DeployedModels deployed) {
        this.drafts = drafts;
        this.deployed = deployed;
    }

    /** @param from a version of the draft, {@code deployed} or {@code newest} */
    public List<ModelChange> between(long draft, String from, String to) {
        // what was only moved on the picture comes last: one step more moves half of a process
        return ModelChange.between(model(draft, from), model(draft, to)).stream()
                .sorted(Comparator.comparing(change -> change.kind() == ModelChange.Kind.MOVED))
                .toList();
    }

    /** What deploying the newest version of a draft would change. */
    public List<ModelChange> withDeployed(long draft) {
        return between(draft, DEPLOYED, NEWEST);
    }

    private String model(long id, String which) {
        var draft = drafts.get(id);
        if (which.equals(DEPLOYED)) {
            return deployed.find(draft.processKey()).map(deployed::xml).orElse("");
        }
        if (which.equals(NEWEST)) {
            return drafts.xml(id, draft.version());
        }
        if (!which.matches("\\d{1,9}")) {
            throw new Refusal.Invalid("from", "Give a version of the draft, 'deployed' or 'newest'.");
        }
        return drafts.xml(id, Integer.parseInt(which));
    }
}
