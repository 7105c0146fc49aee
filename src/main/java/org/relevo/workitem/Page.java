package org.relevo.workitem;

import java.util.List;

/**
 * One page of cases.
 *
 * @param page counted from 0
 * @param total how many cases match in all
 */
public record Page(List<WorkItem> items, int page, int size, long total) {

    public int pages() {
        return (int) ((total + size - 1) / size);
    }
}
