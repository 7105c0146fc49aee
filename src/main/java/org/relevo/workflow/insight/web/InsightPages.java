package org.relevo.workflow.insight.web;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.web.Paged;
import org.relevo.workflow.insight.Insight;
import org.relevo.workflow.insight.Period;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How a process runs, on its picture and as a table, and the cases behind each figure. */
@Controller
@RequestMapping("/processes/{key}/insight")
class InsightPages {

    private final Insight insight;

    InsightPages(Insight insight) {
        this.insight = insight;
    }

    @GetMapping
    String process(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String way,
            Model model) {
        var chosen = Period.asked(period);
        var process = insight.of(key, chosen);
        var shown = way.matches("[1-9]|10")
                        && Integer.parseInt(way) <= process.ways().size()
                ? Integer.parseInt(way)
                : 0;
        model.addAttribute("process", process);
        model.addAttribute("period", chosen);
        model.addAttribute("periods", Period.values());
        model.addAttribute("shown", shown);
        model.addAttribute(
                "drawn",
                shown == 0 ? "" : String.join(" ", process.ways().get(shown - 1).elements()));
        return "insight/process";
    }

    @GetMapping("/{element}")
    ModelAndView element(
            @PathVariable String key,
            @PathVariable String element,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String page) {
        var chosen = Period.asked(period);
        var name = insight.element(key, element);
        var waiting = insight.countWaiting(key, element);
        var passed = insight.countPassed(key, element, chosen);
        // those that stand there, unless there are none or the others are asked for
        var ended = show.equals("ended") || show.isEmpty() && waiting == 0 && passed > 0;
        var paged = Paged.asked(page, ended ? passed : waiting);
        var model = new HashMap<String, @Nullable Object>();
        model.put("key", key);
        model.put("process", insight.name(key));
        model.put("element", element);
        model.put("name", name);
        model.put("period", chosen);
        model.put("periods", List.of(Period.values()));
        model.put("ended", ended);
        model.put("waiting", waiting);
        model.put("passed", passed);
        model.put("paged", paged);
        model.put(
                "rows",
                ended
                        ? insight.slowest(key, element, chosen, paged.page(), paged.size())
                        : insight.waiting(key, element, paged.page(), paged.size()));
        return new ModelAndView("insight/element", model);
    }
}
