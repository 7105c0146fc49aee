package org.relevo.rules;

/** A row of {@code priority-matrix.csv}. */
public record PriorityRow(int row, Rating impact, Rating urgency, Priority priority) {

    public AssignPriority assign(String rule, Assessment byImpact, Assessment byUrgency) {
        return new AssignPriority(priority, rule, byImpact.words() + " × " + byUrgency.words());
    }
}
