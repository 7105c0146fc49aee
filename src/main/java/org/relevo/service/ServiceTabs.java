package org.relevo.service;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages that other modules have of a service. In templates: {@code ${@serviceTabs.all()}}. */
@Component("serviceTabs")
public class ServiceTabs {

    private final List<ServiceTab> tabs;

    ServiceTabs(List<ServiceTab> tabs) {
        this.tabs = tabs.stream().sorted(Comparator.comparing(ServiceTab::path)).toList();
    }

    public List<Link> all() {
        return tabs.stream().map(tab -> new Link(tab.path(), tab.messageKey())).toList();
    }

    /** A tab as templates read it, whose own type need not be public. */
    public record Link(String path, String messageKey) {

        public String to(String key) {
            return "/services/%s/%s".formatted(key, path);
        }
    }
}
