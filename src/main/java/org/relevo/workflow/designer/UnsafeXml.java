package org.relevo.workflow.designer;

import java.util.List;
import org.relevo.workflow.guard.ModelProblem;

/** What was sent is not even kept as a draft. */
public class UnsafeXml extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ModelProblem> problems;

    UnsafeXml(List<ModelProblem> problems) {
        super(problems.get(0).message() + " " + problems.get(0).remedy());
        this.problems = List.copyOf(problems);
    }

    public List<ModelProblem> problems() {
        return problems;
    }
}
