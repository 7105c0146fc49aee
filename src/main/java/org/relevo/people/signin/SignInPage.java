package org.relevo.people.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPage {

    @GetMapping("/sign-in")
    String show(@RequestParam java.util.Map<String, String> asked, Model model) {
        model.addAttribute(
                "note", asked.containsKey("signed-out") ? "out" : asked.containsKey("ended") ? "ended" : null);
        return "signin";
    }

    /** Only reached by a forward from a failed sign-in; asked for by itself it is the plain form. */
    @RequestMapping(
            path = SignInOutcome.REFUSED,
            method = {RequestMethod.GET, RequestMethod.POST})
    String refused(
            @RequestAttribute(name = SignInOutcome.PROBLEM, required = false) @Nullable String problem,
            @RequestParam(required = false) @Nullable String username,
            Model model) {
        model.addAttribute("problem", problem);
        model.addAttribute("username", username);
        return "signin";
    }
}
