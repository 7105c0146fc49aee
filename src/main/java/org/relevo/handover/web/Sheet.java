package org.relevo.handover.web;

/**
 * Which part of a long list is shown.
 *
 * @param page counted from 0
 */
public record Sheet(int page, int size, long total) {

    static final int SIZE = 50;

    /** The page asked for, or the last one where there are not that many. */
    static Sheet asked(String page, long total) {
        var wanted = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
        var last = (int) Math.min(1_000_000, Math.max(0, (total - 1) / SIZE));
        return new Sheet(Math.min(wanted, last), SIZE, total);
    }

    public long first() {
        return total == 0 ? 0 : (long) page * size + 1;
    }

    public long last() {
        return Math.min(total, (long) (page + 1) * size);
    }

    public boolean before() {
        return page > 0;
    }

    public boolean after() {
        return last() < total;
    }

    public boolean needed() {
        return total > size;
    }
}
