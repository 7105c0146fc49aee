package org.relevo.inbox.web;

import java.util.List;
import java.util.Optional;
import org.relevo.inbox.ProcessDefinitions;
import org.relevo.platform.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The processes that cases can run, as pictures. */
@Controller
class ProcessPages {

    private static final MediaType XML = MediaType.parseMediaType("application/xml;charset=UTF-8");

    private final ObjectProvider<ProcessDefinitions> definitions;

    ProcessPages(ObjectProvider<ProcessDefinitions> definitions) {
        this.definitions = definitions;
    }

    @GetMapping("/processes/{key}")
    String one(@PathVariable String key, Model model) {
        var all = all();
        var shown = all.stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst()
                .orElseThrow(() -> missing(key));
        return show(model, all, shown);
    }

    @GetMapping("/processes/{key}/xml")
    ResponseEntity<String> xml(@PathVariable String key) {
        var xml = Optional.ofNullable(definitions.getIfAvailable())
                .flatMap(known -> known.xml(key))
                .orElseThrow(() -> missing(key));
        return ResponseEntity.ok().contentType(XML).body(xml);
    }

    private static String show(
            Model model, List<ProcessDefinitions.Definition> all, ProcessDefinitions.Definition shown) {
        model.addAttribute("definitions", all);
        model.addAttribute("shown", shown);
        return "process/processes";
    }

    private List<ProcessDefinitions.Definition> all() {
        var known = definitions.getIfAvailable();
        return known == null ? List.of() : known.all();
    }

    private static Refusal.NotFound missing(String key) {
        return new Refusal.NotFound("There is no process %s. Choose one from the list of processes.".formatted(key));
    }
}
