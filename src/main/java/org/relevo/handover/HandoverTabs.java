package org.relevo.handover;

import java.util.Comparator;
import java.util.List;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** The pages that a handover has, in the order of their links. In templates: {@code ${@handoverTabs.all()}}. */
@Component("handoverTabs")
public class HandoverTabs {

    private final List<HandoverTab> tabs;

    HandoverTabs(List<HandoverTab> tabs) {
        this.tabs = tabs.stream()
                .sorted(Comparator.comparingInt(HandoverTab::order).thenComparing(HandoverTab::path))
                .toList();
    }

    public List<Link> all() {
        return tabs.stream().map(tab -> new Link(tab.path(), tab.messageKey())).toList();
    }

    /** A tab as templates read it, whose own type need not be public. */
    public record Link(String path, String messageKey) {

        public String to(WorkItemNumber number) {
            return path.isEmpty() ? "/handovers/" + number : "/handovers/" + number + "/" + path;
        }
    }
}
