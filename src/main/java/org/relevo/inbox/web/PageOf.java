package org.relevo.inbox.web;

/**
 * Which part of a long list is shown.
 *
 * @param page counted from 0
 */
record PageOf(int page, int size, long total) {

    static final int SIZE = 50;

    /** The page asked for, or the last one where there are not that many. */
    static PageOf asked(int page, long total) {
        var last = (int) Math.min(Integer.MAX_VALUE / SIZE, Math.max(0, (total - 1) / SIZE));
        return new PageOf(Math.max(0, Math.min(page, last)), SIZE, total);
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
