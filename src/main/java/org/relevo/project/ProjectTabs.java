package org.relevo.project;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The pages that a project has, in the order of their links. In templates: {@code ${@projectTabs.all()}}. */
@Component("projectTabs")
public class ProjectTabs {

    private final List<ProjectTab> tabs;

    ProjectTabs(List<ProjectTab> tabs) {
        this.tabs = tabs.stream()
                .sorted(Comparator.comparingInt(ProjectTab::order).thenComparing(ProjectTab::path))
                .toList();
    }

    public List<Link> all() {
        return tabs.stream().map(tab -> new Link(tab.path(), tab.messageKey())).toList();
    }

    /** A tab as templates read it, whose own type need not be public. */
    public record Link(String path, String messageKey) {

        public String to(String key) {
            return path.isEmpty() ? "/projects/" + key : "/projects/" + key + "/" + path;
        }
    }
}
