package org.relevo.handover.dossier.web;

import org.relevo.handover.Handovers;
import org.relevo.handover.dossier.Dossier;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dossier of a handover on its page and on paper. */
@Controller
class DossierPages {

    private final Dossier dossier;
    private final Handovers handovers;
    private final WorkItems workItems;

    DossierPages(Dossier dossier, Handovers handovers, WorkItems workItems) {
        this.dossier = dossier;
        this.handovers = handovers;
        this.workItems = workItems;
    }

    @GetMapping("/handovers/{number}/dossier")
    String show(@PathVariable String number, Model model) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        model.addAllAttributes(dossier.contents(
                wanted,
                LocaleContextHolder.getLocale(),
                LocaleContextHolder.getTimeZone().toZoneId()));
        model.addAttribute("item", workItems.find(wanted).orElseThrow());
        return "handover/dossier";
    }

    @GetMapping("/handovers/{number}/dossier.pdf")
    ResponseEntity<byte[]> print(@PathVariable String number) {
        var wanted = handovers.get(new WorkItemNumber(number)).number();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(wanted + "-dossier.pdf")
                                .build()
                                .toString())
                .body(dossier.print(
                        wanted,
                        LocaleContextHolder.getLocale(),
                        LocaleContextHolder.getTimeZone().toZoneId()));
    }
}
