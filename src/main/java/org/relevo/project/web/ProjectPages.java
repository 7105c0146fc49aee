package org.relevo.project.web;

import org.relevo.people.Actor;
import org.relevo.project.Projects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
}
