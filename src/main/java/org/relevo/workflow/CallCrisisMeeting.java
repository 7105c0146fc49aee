package org.relevo.workflow;

import java.time.Clock;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.relevo.incident.CrisisMeetingCalled;
import org.springframework.context.ApplicationEventPublisher;

@Action(
        label = "Call crisis meeting",
        description =
                "Calls those who work on the incident together; the crisis room drafts the agenda and invites them.")
class CallCrisisMeeting implements JavaDelegate {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallCrisisMeeting(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        events.publishEvent(new CrisisMeetingCalled(Cases.number(execution), clock.instant()));
    }
}
