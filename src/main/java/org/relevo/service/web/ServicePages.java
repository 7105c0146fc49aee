package org.relevo.service.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.service.Lifecycle;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.web.ServiceView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of services, and what is entered of one. */
@Controller
@RequestMapping("/services")
class ServicePages {

    private final ServiceCatalogue catalogue;
    private final ServiceView view;

    ServicePages(ServiceCatalogue catalogue, ServiceView view) {
        this.catalogue = catalogue;
        this.view = view;
    }

    @GetMapping
    String list(Actor by, @ModelAttribute ServiceQuery query, Model model) {
        return view.list(by, query, model);
    }

    @GetMapping("/new")
    String blank(Actor by, Model model) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        return view.blank(
                new ServiceForm("", "", "", "bronze", "", "", "", "", ""), Lifecycle.PLANNED.name(), Map.of(), model);
    }

    @PostMapping
    String create(
            Actor by,
            @ModelAttribute("form") ServiceForm form,
            @RequestParam(defaultValue = "OPERATIONAL") String lifecycle,
            Model model,
            HttpServletResponse response) {
        try {
            catalogue.create(by, form, stage(lifecycle));
            return "redirect:/services/" + form.key() + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.blank(form, lifecycle, FieldProblems.of(refused), model);
        }
    }

    @GetMapping("/{key}")
    String show(Actor by, @PathVariable String key, Model model) {
        return view.page(by, catalogue.get(key), Failed.NONE, null, model);
    }

    @PostMapping("/{key}")
    String change(
            Actor by,
            @PathVariable String key,
            @ModelAttribute("form") ServiceForm form,
            Model model,
            HttpServletResponse response) {
        try {
            catalogue.change(by, key, form);
            return "redirect:/services/" + key + "?saved";
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return view.page(by, catalogue.get(key), form, FieldProblems.of(refused), Failed.NONE, null, model);
        }
    }

    private static Lifecycle stage(String typed) {
        return Arrays.stream(Lifecycle.values())
                .filter(one -> one.name().equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElseThrow(() -> new Refusal.Invalid("lifecycle", "Choose planned or operational."));
    }
}
