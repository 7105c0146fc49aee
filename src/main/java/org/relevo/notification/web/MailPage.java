package org.relevo.notification.web;

/**
 * Which part of the mail log is shown.
 *
 * @param page counted from 0
 */
record MailPage(int page, long total) {

    static final int SIZE = 50;

    /** The page asked for, or the last one where there are not that many. */
    static MailPage asked(int page, long total) {
        var last = (int) Math.min(Integer.MAX_VALUE / SIZE, Math.max(0, (total - 1) / SIZE));
        return new MailPage(Math.max(0, Math.min(page, last)), total);
    }

    long offset() {
        return (long) page * SIZE;
    }

    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public long last() {
        return Math.min(total, offset() + SIZE);
    }

    public boolean before() {
        return page > 0;
    }

    public boolean after() {
        return last() < total;
    }

    public boolean needed() {
        return total > SIZE;
    }
}
