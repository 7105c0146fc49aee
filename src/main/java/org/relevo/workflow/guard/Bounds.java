package org.relevo.workflow.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.regex.Pattern;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.MultiInstanceLoopCharacteristics;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.jspecify.annotations.Nullable;

/** Nothing is repeated without end, and nothing nests too deep. */
final class Bounds extends ModelRule {

    static final int INSTANCES = 100;

    private static final int NESTING = 5;
    private static final int REPEATS = 100;
    private static final int RETRIES = 10;
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Pattern CYCLE = Pattern.compile("R(\\d{1,6})/(P[0-9A-Z.]+)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    @Override
    void check(BpmnModel model, Process process, Findings findings) {
        nesting(process.getFlowElements(), 1, findings);
        for (var element : elements(process)) {
            if (element instanceof Activity activity) {
                if (activity.getLoopCharacteristics() != null) {
                    check(activity, activity.getLoopCharacteristics(), findings);
                }
                retries(activity, activity.getFailedJobRetryTimeCycleValue(), findings);
            }
            if (element instanceof Event event) {
                event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .forEach(timer -> check(event, (TimerEventDefinition) timer, findings));
            }
        }
    }

    private static void nesting(Collection<FlowElement> elements, int depth, Findings findings) {
        for (var element : elements) {
            if (element instanceof FlowElementsContainer inner) {
                if (depth == NESTING + 1) {
                    findings.refuse(
                            "NESTING",
                            element,
                            "%s is nested more than %d levels deep.".formatted(element.getId(), NESTING),
                            "Make it a process of its own and call it.");
                } else {
                    nesting(inner.getFlowElements(), depth + 1, findings);
                }
            }
        }
    }

    private static void check(Activity activity, MultiInstanceLoopCharacteristics loop, Findings findings) {
        if (loop.getHandler() != null || loop.getCollectionString() != null || loop.getAggregations() != null) {
            findings.refuse(
                    "COLLECTION_HANDLER",
                    activity,
                    activity.getId() + " has a collection handler, a collection as a text, or gathers variables.",
                    "Name the variable that holds the collection.");
        }
        var collection = loop.getInputDataItem();
        if (collection != null && !NAME.matcher(collection).matches()) {
            findings.refuse(
                    "COLLECTION",
                    activity,
                    "%s repeats over %s, which is no variable.".formatted(activity.getId(), collection),
                    "Name a variable that holds a list, without ${ }.");
        }
        var count = loop.getLoopCardinality();
        if (count != null && !within(count.strip(), INSTANCES)) {
            findings.refuse(
                    "TOO_MANY_INSTANCES",
                    activity,
                    "%s repeats %s times.".formatted(activity.getId(), count.strip()),
                    "Write a number from 1 to %d.".formatted(INSTANCES));
        }
        if (collection == null && count == null && loop.getCollectionString() == null) {
            findings.refuse(
                    "COLLECTION",
                    activity,
                    activity.getId() + " does not say how often it repeats.",
                    "Name a variable that holds a list, or write a number.");
        }
    }

    private static boolean within(String number, int most) {
        return NUMBER.matcher(number).matches() && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= most;
    }

    private static void retries(Activity activity, @Nullable String cycle, Findings findings) {
        if (cycle != null && !repeats(cycle, RETRIES, Duration.ofSeconds(1))) {
            findings.refuse(
                    "RETRIES",
                    activity,
                    "%s is tried again by %s.".formatted(activity.getId(), cycle),
                    "Write how often and how long between, at most %d times: R5/PT1M.".formatted(RETRIES));
        }
    }

    private static void check(Event event, TimerEventDefinition timer, Findings findings) {
        if (timer.getCalendarName() != null || timer.getEndDate() != null) {
            findings.refuse(
                    "TIMER",
                    event,
                    event.getId() + " has a timer with a calendar or an end of its own.",
                    "Delete it; working time belongs to commitments.");
        }
        if (timer.getTimeCycle() != null && !repeats(timer.getTimeCycle().strip(), REPEATS, PERIOD)) {
            findings.refuse(
                    "TIMER_CYCLE",
                    event,
                    "%s repeats by %s."
                            .formatted(event.getId(), timer.getTimeCycle().strip()),
                    "Write how often, at most %d times, and a period of at least a minute: R3/PT1H."
                            .formatted(REPEATS));
        }
        var duration = timer.getTimeDuration();
        if (duration != null && !duration.contains("{") && !readable(duration.strip())) {
            findings.refuse(
                    "TIMER",
                    event,
                    "%s waits %s, which is no duration.".formatted(event.getId(), duration.strip()),
                    "Write it as in PT30M, PT4H or P2D.");
        }
        if (timer.getTimeCycle() == null && duration == null && timer.getTimeDate() == null) {
            findings.refuse("TIMER", event, event.getId() + " has a timer without a time.", "Say when it fires.");
        }
    }

    private static boolean repeats(String cycle, int most, Duration least) {
        var parts = CYCLE.matcher(cycle);
        return parts.matches() && within(parts.group(1), most) && atLeast(parts.group(2), least);
    }

    private static boolean atLeast(String period, Duration least) {
        try {
            return Duration.parse(period).compareTo(least) >= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Days, hours, minutes and seconds; months and years differ in length, but the engine knows them. */
    private static boolean readable(String duration) {
        try {
            return !Duration.parse(duration).isNegative();
        } catch (DateTimeException e) {
            return Pattern.matches("P(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?)?", duration)
                    && duration.length() > 2;
        }
    }
}
