package org.relevo.workflow.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models that try to reach code, by every way that is known to lead there. */
final class Attacks {

    /**
     * One of them.
     *
     * @param element the id that a refusal has to name
     */
    record Attack(String name, String element, String xml) {

        byte[] bytes() {
            return xml.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String CANARY = "org.relevo.workflow.guard.Canary";
    private static final String SING = "''.getClass().forName('" + CANARY + "').getMethod('sing').invoke(null)";

    /** How an expression that sings can be written into a text. */
    private static final Map<String, String> FORMS = forms();

    private Attacks() {}

    static Stream<Attack> all() {
        return Stream.of(expressions(), ways().stream(), code(), input()).flatMap(all -> all);
    }

    private static Map<String, String> forms() {
        var forms = new LinkedHashMap<String, String>();
        forms.put("${}", "${" + SING + "}");
        forms.put("#{}", "#{" + SING + "}");
        forms.put("a character reference", "&#36;&#123;" + SING + "}");
        forms.put("a text around it", "Dear ${" + SING + "}, hello");
        forms.put("a choice", "${true ? " + SING + " : 'no'}");
        return forms;
    }

    /** Every place of a model in which an expression could stand, in every form. */
    static Stream<Attack> expressions() {
        var places = new LinkedHashMap<String, String>();
        places.put("name", task("name='@'", ""));
        places.put("documentation", task("", "<documentation>@</documentation>"));
        places.put("assignee", task("flowable:assignee='@'", ""));
        places.put("owner", task("flowable:owner='@'", ""));
        places.put("candidate users", task("flowable:candidateUsers='@'", ""));
        places.put("candidate groups", task("flowable:candidateGroups='@'", ""));
        places.put("due date", task("flowable:dueDate='@'", ""));
        places.put("priority", task("flowable:priority='@'", ""));
        places.put("category", task("flowable:category='@'", ""));
        places.put("form key", task("flowable:formKey='@'", ""));
        places.put("skip expression", task("flowable:skipExpression='@'", ""));
        places.put("task id variable", task("flowable:taskIdVariableName='@'", ""));
        places.put("calendar", task("flowable:dueDate='PT1H' flowable:businessCalendarName='@'", ""));
        places.put("form property", task("", field("expression='@'")));
        places.put("form default", task("", field("default='@'")));
        places.put("form variable", task("", field("variable='@'")));
        places.put("service expression", "<serviceTask id='x' flowable:expression='@'/>");
        places.put("service delegate", "<serviceTask id='x' flowable:delegateExpression='@'/>");
        places.put("service class", "<serviceTask id='x' flowable:class='@'/>");
        places.put("service type", "<serviceTask id='x' flowable:type='@'/>");
        places.put(
                "service skip",
                "<serviceTask id='x' flowable:delegateExpression='${act}' flowable:skipExpression='@'/>");
        places.put(
                "listener expression",
                task(
                        "",
                        "<extensionElements><flowable:executionListener event='start' expression='@'/></extensionElements>"));
        places.put(
                "task listener",
                task(
                        "",
                        "<extensionElements><flowable:taskListener event='create' expression='@'/></extensionElements>"));
        places.put(
                "field",
                "<serviceTask id='x' flowable:delegateExpression='${act}'><extensionElements><flowable:field name='f'>"
                        + "<flowable:expression>@</flowable:expression></flowable:field></extensionElements></serviceTask>");
        places.put("collection", repeated("flowable:collection='@' flowable:elementVariable='one'", ""));
        places.put("loop cardinality", repeated("", "<loopCardinality>@</loopCardinality>"));
        places.put(
                "completion condition",
                repeated("", "<loopCardinality>2</loopCardinality><completionCondition>@</completionCondition>"));
        places.put("timer date", timer("<timeDate>@</timeDate>"));
        places.put("timer duration", timer("<timeDuration>@</timeDuration>"));
        places.put("timer cycle", timer("<timeCycle>@</timeCycle>"));
        places.put("called element", "<callActivity id='x' calledElement='@' flowable:inheritBusinessKey='true'/>");
        places.put("called business key", "<callActivity id='x' calledElement='incident' flowable:businessKey='@'/>");
        places.put(
                "called instance name",
                "<callActivity id='x' calledElement='incident' flowable:processInstanceName='@'/>");
        places.put(
                "called in",
                "<callActivity id='x' calledElement='incident' flowable:inheritBusinessKey='true'><extensionElements>"
                        + "<flowable:in sourceExpression='@' target='a'/></extensionElements></callActivity>");
        places.put(
                "message expression",
                "<intermediateCatchEvent id='x'><messageEventDefinition flowable:messageExpression='@'/></intermediateCatchEvent>");
        places.put(
                "signal expression",
                "<intermediateThrowEvent id='x'><signalEventDefinition flowable:signalExpression='@'/></intermediateThrowEvent>");
        places.put(
                "condition event",
                "<intermediateCatchEvent id='x'><conditionalEventDefinition><condition>@</condition></conditionalEventDefinition></intermediateCatchEvent>");
        var attacks = new ArrayList<Attack>();
        places.forEach((place, element) -> FORMS.forEach((form, text) -> attacks.add(new Attack(
                "an expression in " + form + " as " + place, "x", model(element.replace("@", quoted(text)))))));
        FORMS.forEach((form, text) -> {
            attacks.add(new Attack("an expression in " + form + " as condition", "x", flow(text)));
            attacks.add(new Attack(
                    "an expression in " + form + " as documentation in CDATA",
                    "x",
                    model(task(
                            "",
                            "<documentation><![CDATA[" + text.replace("&#36;&#123;", "${") + "]]></documentation>"))));
        });
        return attacks.stream();
    }

    /** Every way out of an expression, in a place where expressions are read. */
    static List<Attack> ways() {
        var ways = new LinkedHashMap<String, String>();
        ways.put("the class as a property", "${''.class}");
        ways.put("the class in brackets", "${''['class']}");
        ways.put("a method in brackets", "${''['getClass']()}");
        ways.put("a class loader", "${act.class.classLoader}");
        ways.put("a method of an action", "${act.execute(execution)}");
        ways.put("the execution", "${execution.engineServices}");
        ways.put("a variable set", "${execution.setVariable('a', 1)}");
        ways.put("the task", "${task.complete()}");
        ways.put("a lambda", "${(x -> x.getClass())('')}");
        ways.put("a lambda that is called later", "${[''].stream().map(x -> x.getClass()).toList()}");
        ways.put("a function", "${variables:get('a')}");
        ways.put("a function of the engine's", "${flowable:now()}");
        ways.put("a static class", "${T(java.lang.Runtime).getRuntime()}");
        ways.put("a static method", "${java.lang.Runtime.getRuntime()}");
        ways.put("an assignment", "${a = 1}");
        ways.put("a bean that is no action", "${environment}");
        ways.put("a data source", "${dataSource.connection}");
        ways.put("services", "${runtimeService.startProcessInstanceByKey('incident')}");
        ways.put("an unknown variable", "${nobodySaid == 'so'}");
        ways.put("a list", "${[1, 2]}");
        ways.put("too long a text", "${'" + "x".repeat(600) + "'}");
        ways.put("depth", "${" + "(".repeat(200) + "1" + ")".repeat(200) + "".repeat(1) + "}" + "x".repeat(200));
        ways.put("nothing that can be read", "${this is no expression}");
        ways.put("no end", "${'abc");
        ways.put("two of them", "${'a'}#{''.getClass()}");
        return ways.entrySet().stream()
                .map(way ->
                        new Attack("by " + way.getKey(), "x", model(task("name='" + quoted(way.getValue()) + "'", ""))))
                .toList();
    }

    /** Elements and attributes that lead to code without an expression. */
    private static Stream<Attack> code() {
        var attacks = new LinkedHashMap<String, String>();
        attacks.put("a class", "<serviceTask id='x' flowable:class='" + CANARY + "'/>");
        for (var language : List.of("juel", "mvel", "groovy", "javascript", "js", "python")) {
            attacks.put(
                    "a script in " + language,
                    "<scriptTask id='x' scriptFormat='%s'><script><![CDATA[${%s}]]></script></scriptTask>"
                            .formatted(language, SING));
        }
        attacks.put("a script without a language", "<scriptTask id='x'><script>${" + SING + "}</script></scriptTask>");
        for (var type :
                List.of("shell", "mail", "http", "camel", "dmn", "mule", "send-event", "external-worker", "case")) {
            attacks.put(
                    "a task of the type " + type,
                    "<serviceTask id='x' flowable:type='%s' flowable:topic='t' flowable:caseDefinitionKey='c'><extensionElements>"
                                    .formatted(type)
                            + "<flowable:field name='command' stringValue='touch'/><flowable:field name='to' stringValue='a@b.example'/>"
                            + "<flowable:field name='requestUrl' stringValue='http://localhost/'/><flowable:field name='requestMethod' stringValue='GET'/>"
                            + "<flowable:field name='decisionTableReferenceKey' stringValue='d'/></extensionElements></serviceTask>");
        }
        for (var tag : List.of("executionListener", "taskListener")) {
            for (var by : List.of(
                    "class='" + CANARY + "'",
                    "delegateExpression='${act}'",
                    "type='script'",
                    "onTransaction='committed' class='" + CANARY + "'")) {
                attacks.put(
                        "a %s by %s".formatted(tag, by),
                        task(
                                "",
                                "<extensionElements><flowable:%s event='%s' %s/></extensionElements>"
                                        .formatted(tag, tag.equals("taskListener") ? "create" : "start", by)));
            }
        }
        attacks.put("a business rule task", "<businessRuleTask id='x' flowable:class='" + CANARY + "'/>");
        attacks.put("a send task", "<sendTask id='x' flowable:type='mail'/>");
        attacks.put("a plain task that has a class", "<task id='x' flowable:class='" + CANARY + "'/>");
        attacks.put(
                "an ad-hoc sub-process",
                "<adHocSubProcess id='x'><userTask id='y' flowable:assignee='ada'/></adHocSubProcess>");
        attacks.put("a transaction", "<transaction id='x'><startEvent id='y'/></transaction>");
        attacks.put(
                "a collection handler",
                repeated(
                        "flowable:elementVariable='one'",
                        "<extensionElements><flowable:collection flowable:class='" + CANARY
                                + "'><flowable:string>[1]</flowable:string></flowable:collection></extensionElements>"));
        attacks.put(
                "an aggregation",
                repeated(
                        "",
                        "<extensionElements><flowable:variableAggregation target='a' class='" + CANARY
                                + "'/></extensionElements><loopCardinality>2</loopCardinality>"));
        attacks.put(
                "a mapped exception",
                "<serviceTask id='x' flowable:delegateExpression='${act}'><extensionElements><flowable:mapException errorCode='e'>"
                        + CANARY + "</flowable:mapException></extensionElements></serviceTask>");
        attacks.put(
                "a result variable",
                "<serviceTask id='x' flowable:delegateExpression='${act}' flowable:resultVariable='a'/>");
        attacks.put("an operation", "<serviceTask id='x' implementation='##WebService' operationRef='op'/>");
        attacks.put(
                "a trigger", "<serviceTask id='x' flowable:delegateExpression='${act}' flowable:triggerable='true'/>");
        attacks.put("an unknown action", "<serviceTask id='x' flowable:delegateExpression='${dataSource}'/>");
        attacks.put("an action in parts", "<serviceTask id='x' flowable:delegateExpression='${act}${act}'/>");
        attacks.put("an action of a field", "<serviceTask id='x' flowable:delegateExpression='${act.engine}'/>");
        attacks.put(
                "a compensation",
                "<intermediateThrowEvent id='x'><compensateEventDefinition/></intermediateThrowEvent>");
        attacks.put(
                "a variable listener",
                "<intermediateCatchEvent id='x'><extensionElements/><variableListenerEventDefinition/></intermediateCatchEvent>");
        attacks.put(
                "an event of the registry",
                "<intermediateCatchEvent id='x'><extensionElements><flowable:eventType>e</flowable:eventType></extensionElements></intermediateCatchEvent>");
        attacks.put("a data object", "<dataObject id='x' itemSubjectRef='xsd:string'/>");
        attacks.put("too many instances", repeated("", "<loopCardinality>1000000</loopCardinality>"));
        attacks.put(
                "a loop that waits for nothing",
                "<exclusiveGateway id='x'/><sequenceFlow id='back' sourceRef='x' targetRef='x'/>");
        attacks.put("a timer every second", timer("<timeCycle>R5/PT1S</timeCycle>"));
        attacks.put("a timer without end", timer("<timeCycle>R/PT1H</timeCycle>"));
        attacks.put("a timer by cron", timer("<timeCycle>0/1 * * * * ?</timeCycle>"));
        attacks.put(
                "a timer by a calendar", timer("<timeDuration flowable:businessCalendarName='a'>PT1H</timeDuration>"));
        attacks.put("another namespace", task("a:assignee='x' xmlns:a='http://activiti.org/bpmn'", ""));
        attacks.put("an unknown attribute", task("flowable:unknown='x'", ""));
        attacks.put("an attribute of no namespace", task("class='" + CANARY + "'", ""));
        attacks.put("an unknown extension", task("", "<extensionElements><flowable:unknown/></extensionElements>"));
        attacks.put(
                "an extension of another namespace",
                task("", "<extensionElements><u:x xmlns:u='urn:u'/></extensionElements>"));
        attacks.put("a form of another type", task("", field("type='jython'")));
        attacks.put("a group that is none", task("flowable:candidateGroups='wheel'", ""));
        attacks.put("a script in a text", task("", "<documentation textFormat='text/html'>a</documentation>"));
        return Stream.concat(
                attacks.entrySet().stream().map(one -> new Attack(one.getKey(), "x", model(one.getValue()))),
                Stream.of(
                        new Attack(
                                "a condition in a language",
                                "x",
                                flow("${true}")
                                        .replace("<conditionExpression", "<conditionExpression language='juel'")),
                        new Attack(
                                "a skipped flow",
                                "x",
                                flow("${true}")
                                        .replace(
                                                "targetRef='end'",
                                                "targetRef='end' flowable:skipExpression='${true}'")),
                        new Attack(
                                "a listener of the process",
                                "x",
                                process("<extensionElements><flowable:eventListener class='" + CANARY
                                        + "'/></extensionElements>")),
                        new Attack(
                                "a process listener",
                                "x",
                                process("<extensionElements><flowable:executionListener event='start' class='" + CANARY
                                        + "'/></extensionElements>")),
                        new Attack(
                                "a process with starters",
                                "x",
                                process("").replace("isExecutable", "flowable:candidateStarterUsers='a' isExecutable")),
                        new Attack("a nest", "x5", nested())));
    }

    /** Files that are dangerous before anything in them is understood. */
    static Stream<Attack> input() {
        var fine = model(task("", ""));
        var root = "<definitions";
        return Stream.of(
                file("a document type", "<!DOCTYPE definitions>\n" + fine),
                file("an entity", "<!DOCTYPE d [<!ENTITY a '${act}'>]>" + fine.replace("id='x'", "id='x' name='&a;'")),
                file(
                        "an external entity",
                        "<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                                + fine.replace("id='x'", "id='x' name='&a;'")),
                file("a billion laughs", "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>" + fine),
                file("an external subset", "<!DOCTYPE d SYSTEM 'http://localhost/d.dtd'>" + fine),
                file("an instruction", "<?xml-stylesheet href='a.xsl'?>" + fine),
                file("an undeclared entity", fine.replace("id='x'", "id='x' name='&a;'")),
                file("another encoding", "<?xml version='1.0' encoding='UTF-16'?>" + fine),
                file("no XML", "this is none"),
                file("nothing", ""),
                file("half a file", fine.substring(0, fine.length() / 2)),
                file("too large a file", fine + "<!--" + "x".repeat(XmlGate.BYTES) + "-->"),
                file(
                        "too many elements",
                        fine.replace("<endEvent", "<manualTask id='m'/>".repeat(XmlGate.ELEMENTS) + "<endEvent")),
                file(
                        "too deep a file",
                        fine.replace(
                                "<endEvent", "<subProcess>".repeat(70) + "</subProcess>".repeat(70) + "<endEvent")),
                new Attack(
                        "an import",
                        "definitions",
                        fine.replaceFirst(
                                ">",
                                "><import importType='http://schemas.xmlsoap.org/wsdl/' location='http://localhost/a.wsdl' namespace='urn:a'/>")),
                new Attack(
                        "an interface",
                        "i",
                        fine.replaceFirst(
                                ">",
                                "><interface id='i' name='I'><operation id='op' name='o'><inMessageRef>m</inMessageRef></operation></interface>")),
                new Attack("an item", "i", fine.replaceFirst(">", "><itemDefinition id='i' structureRef='string'/>")),
                new Attack(
                        "another root",
                        "relevo",
                        fine.replace(root, "<bogus")
                                .replace("</definitions", "</bogus")
                                .replaceFirst(" ", " id='relevo' ")));
    }

    private static Attack file(String name, String xml) {
        return new Attack(name, "", xml);
    }

    private static String quoted(String text) {
        return text.replace("'", "&apos;").replace("->", "-&gt;");
    }

    private static String task(String attributes, String children) {
        var group = attributes.contains("flowable:assignee") || attributes.contains("flowable:candidate")
                ? ""
                : "flowable:candidateGroups='AGENT'";
        return "<userTask id='x' %s %s>%s</userTask>".formatted(group, attributes, children);
    }

    private static String field(String attributes) {
        return "<extensionElements><flowable:formProperty id='f' %s %s/></extensionElements>"
                .formatted(attributes.contains("type=") ? "" : "type='string'", attributes);
    }

    private static String repeated(String attributes, String children) {
        return "<userTask id='x' flowable:assignee='ada'><multiInstanceLoopCharacteristics %s>%s</multiInstanceLoopCharacteristics></userTask>"
                .formatted(attributes, children);
    }

    private static String timer(String time) {
        return "<intermediateCatchEvent id='x'><timerEventDefinition>%s</timerEventDefinition></intermediateCatchEvent>"
                .formatted(time);
    }

    private static String nested() {
        var inner = "";
        for (int i = 5; i >= 0; i--) {
            inner = "<subProcess id='x%d'><startEvent id='s%d'/>%s</subProcess>".formatted(i, i, inner);
        }
        return model(inner.replace("id='x0'", "id='x'"));
    }

    private static String flow(String condition) {
        return definitions("relevo", """
                <startEvent id='start'/><exclusiveGateway id='gate' default='other'/><endEvent id='end'/>
                <sequenceFlow id='in' sourceRef='start' targetRef='gate'/>
                <sequenceFlow id='x' sourceRef='gate' targetRef='end'><conditionExpression>%s</conditionExpression></sequenceFlow>
                <sequenceFlow id='other' sourceRef='gate' targetRef='end'/>""".formatted(condition));
    }

    private static String process(String children) {
        return definitions(
                "x",
                children
                        + "<startEvent id='start'/><endEvent id='end'/><sequenceFlow id='a' sourceRef='start' targetRef='end'/>");
    }

    static String model(String element) {
        return definitions(
                "relevo",
                "<startEvent id='start'/>" + element + "<endEvent id='end'/>"
                        + "<sequenceFlow id='in' sourceRef='start' targetRef='x'/><sequenceFlow id='out' sourceRef='x' targetRef='end'/>");
    }

    private static String definitions(String process, String content) {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:flowable='http://flowable.org/bpmn' \
                xmlns:xsd='http://www.w3.org/2001/XMLSchema' targetNamespace='test'>
                <process id='%s' isExecutable='true'>%s</process></definitions>""".formatted(process, content)
                .replace(content.contains("xsd:") ? "\0" : "xmlns:xsd='http://www.w3.org/2001/XMLSchema' ", "");
    }
}
