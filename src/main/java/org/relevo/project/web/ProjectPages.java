package org.relevo.project.web;

import org.relevo.people.Actor;
import org.relevo.project.Projects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class ProjectPages {

    private final Projects projects;

    ProjectPages(Projects projects) {
        this.projects = projects;
    }

    @GetMapping("/projects")
    String list(Actor by, Model model) {
        model.addAttribute("projects", projects.all());
        return "project/list";
    }

    @GetMapping("/projects/{key}")
    String show(Actor by, @PathVariable String key, Model model) {
        var project = projects.get(key);
        if (!project.key().equals(key)) {
            return "redirect:/projects/" + project.key();
        }
        model.addAttribute("project", project);
        return "project/project";
    }
}
