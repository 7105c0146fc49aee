package org.relevo.platform.web;

/**
 * Which part of a long list is shown.
 *
 * @param page counted from 0
 */
public record Paged(int page, int size, long total) {

    public static final int SIZE = 50;

    /** The page asked for, or the last one where there are not that many. */
    public static Paged asked(int page, long total) {
        return asked(page, SIZE, total);
    }

    public static Paged asked(int page, int size, long total) {
        var last = (int) Math.min(Integer.MAX_VALUE / size, Math.max(0, (total - 1) / size));
        return new Paged(Math.max(0, Math.min(page, last)), size, total);
    }

    /** The same of what was typed into the address; the first page where that is no number. */
    public static Paged asked(String typed, long total) {
        return asked(typed.matches("[0-9]{1,8}") ? Integer.parseInt(typed) : 0, total);
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
