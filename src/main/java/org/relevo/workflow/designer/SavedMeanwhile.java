package org.relevo.workflow.designer;

/** Somebody else has saved the draft since the one who saves it now has read it. */
public class SavedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Draft draft;

    SavedMeanwhile(Draft draft) {
        super("%s saved version %d of %s meanwhile. Compare it with yours, then save yours over it or take theirs."
                .formatted(draft.changedBy(), draft.version(), draft.name()));
        this.draft = draft;
    }

    public Draft draft() {
        return draft;
    }
}
