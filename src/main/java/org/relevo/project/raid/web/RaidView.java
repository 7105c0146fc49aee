package org.relevo.project.raid.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.project.Milestone;
import org.relevo.project.Plans;
import org.relevo.project.Project;
import org.relevo.project.money.web.MoneyView;
import org.relevo.project.raid.Assumptions;
import org.relevo.project.raid.Risk;
import org.relevo.project.raid.Risk.Rated;
import org.relevo.project.raid.Risks;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the pages of the RAID log show. */
@Component
class RaidView {

    private final Risks risks;
    private final Assumptions assumptions;
    private final Plans plans;
    private final MoneyView frame;

    RaidView(Risks risks, Assumptions assumptions, Plans plans, MoneyView frame) {
        this.risks = risks;
        this.assumptions = assumptions;
        this.plans = plans;
        this.frame = frame;
    }

    /** A field of the heat map with the risks in it. */
    public record Cell(Rated at, List<Risk> risks) {}

    /** A row of the heat map, from the highest probability down. */
    public record Line(int probability, List<Cell> cells) {}

    String page(Actor by, Project project, Failed failed, @Nullable String refused, Model model) {
        var all = risks.of(project.key());
        model.addAttribute("risks", all);
        model.addAttribute("before", map(all, Risk::before));
        model.addAttribute("after", map(all, Risk::after));
        model.addAttribute("assumptions", assumptions.of(project.key()));
        model.addAttribute("dependencies", plans.dependencies(project.key()));
        model.addAttribute(
                "milestones",
                plans.milestones(project.key()).stream().collect(Collectors.toMap(Milestone::id, Milestone::name)));
        forms(by, project, failed, refused, model);
        return "project/risks";
    }

    String risk(Actor by, Project project, long id, Failed failed, @Nullable String refused, Model model) {
        model.addAttribute("risk", risks.get(project, id));
        model.addAttribute("changes", risks.changes(id));
        forms(by, project, failed, refused, model);
        return "project/risk";
    }

    private void forms(Actor by, Project project, Failed failed, @Nullable String refused, Model model) {
        model.addAttribute("responses", Risk.Response.values());
        model.addAttribute("scale", List.of(1, 2, 3, 4, 5));
        model.addAttribute("who", by.name());
        model.addAttribute("refused", refused);
        frame.frame(by, project, failed, model);
    }

    private static List<Line> map(List<Risk> all, Function<Risk, Rated> rated) {
        var lines = new ArrayList<Line>();
        for (var probability = 5; probability >= 1; probability--) {
            var cells = new ArrayList<Cell>();
            for (var impact = 1; impact <= 5; impact++) {
                var at = new Rated(probability, impact);
                cells.add(new Cell(
                        at,
                        all.stream()
                                .filter(one -> one.open() && rated.apply(one).equals(at))
                                .toList()));
            }
            lines.add(new Line(probability, cells));
        }
        return lines;
    }
}
