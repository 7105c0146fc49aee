package org.relevo.workflow.designer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Role;
import org.relevo.workflow.designer.ProcessList;
import org.relevo.workflow.guard.Catalogue;
import org.relevo.workflow.guard.Guards;
import org.relevo.workflow.guard.ModelProblem;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks models, and says what they may refer to. */
@RestController
@RequestMapping("/api/v1/processes")
@Tag(name = "Processes")
class ProcessesApi {

    private final Guards guards;
    private final ProcessList list;
    private final PeopleRegister register;
    private final MessageSource messages;

    ProcessesApi(Guards guards, ProcessList list, PeopleRegister register, MessageSource messages) {
        this.guards = guards;
        this.list = list;
        this.register = register;
        this.messages = messages;
    }

    record Checked(List<ModelProblem> problems) {}

    record Choice(String key, String label) {}

    record NamedProcess(String key, String label) {}

    record NamedVariable(String name, String label, String type) {}

    record Offer(
            List<Catalogue.Action> actions,
            List<Choice> roles,
            List<Choice> people,
            List<Catalogue.Message> messages,
            List<NamedProcess> processes,
            List<NamedVariable> variables) {}

    @PostMapping("/validate")
    @Operation(
            summary = "What is wrong with a model: element, line, column, and the remedy. Nothing is kept",
            requestBody = @RequestBody(content = @Content(mediaType = "application/xml")))
    Checked validate(HttpServletRequest request, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return new Checked(guards.guard().check(DraftModelsApi.bytes(request)));
    }

    @GetMapping("/catalogue")
    @Operation(summary = "What a process may refer to; process=key adds the variables that it is started with")
    Offer catalogue(@RequestParam(defaultValue = "") String process, Locale locale, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        var catalogue = guards.catalogue();
        return new Offer(
                catalogue.actions(),
                catalogue.groups().stream()
                        .sorted()
                        .map(group -> new Choice(group, label(group, locale)))
                        .toList(),
                register.all().stream()
                        .map(PeopleRegister.Entry::person)
                        .filter(person -> person.enabled())
                        .map(person -> new Choice(person.username(), person.name()))
                        .toList(),
                catalogue.messages(),
                list.find("").stream()
                        .filter(row -> !row.retired())
                        .map(row -> new NamedProcess(row.key(), row.name()))
                        .toList(),
                variables(catalogue, process));
    }

    private String label(String group, Locale locale) {
        return group.equals("SUPPORT_GROUP")
                ? String.valueOf(messages.getMessage("designer.supportGroup", null, group, locale))
                : String.valueOf(messages.getMessage("role." + group, null, group, locale));
    }

    /** What the process has from its start, and what actions and messages set. */
    private static List<NamedVariable> variables(Catalogue catalogue, String process) {
        var variables = new LinkedHashMap<String, NamedVariable>();
        catalogue.given(process).forEach(one -> add(variables, one));
        catalogue.actions().forEach(action -> action.outputs().forEach(one -> add(variables, one)));
        catalogue.messages().forEach(message -> message.brings().forEach(one -> add(variables, one)));
        return variables.values().stream()
                .sorted(Comparator.comparing(NamedVariable::name))
                .toList();
    }

    private static void add(java.util.Map<String, NamedVariable> variables, Catalogue.Variable one) {
        variables.putIfAbsent(one.name(), new NamedVariable(one.name(), one.label(), one.type()));
    }
}
