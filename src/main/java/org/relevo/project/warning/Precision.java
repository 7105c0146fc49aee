package org.relevo.project.warning;

/** How often the warnings of one rule were right, in all projects; open ones do not count yet. */
public record Precision(String rule, long right, long wrong, long open) {

    public long known() {
        return right + wrong;
    }

    /** In whole percent; 0 where none is known. */
    public long percent() {
        return known() == 0 ? 0 : Math.round(100.0 * right / known());
    }
}
