package org.relevo.rules.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.relevo.rules.RuleBookContents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The rule book, to be read by anybody who is signed in. */
@Controller
class RulesPage {

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final RuleBookContents ruleBook;

    RulesPage(RuleBookContents ruleBook) {
        this.ruleBook = ruleBook;
    }

    @GetMapping("/rules")
    String show(Model model) {
        var contents = ruleBook.contents();
        model.addAttribute("book", contents);
        model.addAttribute("activatedAt", AT.format(contents.activatedAt()));
        return "rules/rules";
    }
}
