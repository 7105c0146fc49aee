package org.relevo.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.workitem.WorkItemNumber;

/** Services on their way from a project to operations. Forms are maps from the name of a field to what was typed. */
public interface Handovers {

    Handover get(WorkItemNumber number);

    /** The newest first; page counted from 0. */
    List<Handover> find(
            @Nullable String project, @Nullable String service, @Nullable HandoverStatus status, int page, int size);

    long count(@Nullable String project, @Nullable String service, @Nullable HandoverStatus status);

    /** The one that is under way for a service. */
    Optional<Handover> open(String service);

    List<Criterion> criteria(WorkItemNumber number);

    List<Signature> signatures(WorkItemNumber number);

    List<Moved> moved(WorkItemNumber number);

    /** The one whose task it is to accept it; null where any service manager may. */
    @Nullable
    String acceptor(WorkItemNumber number);

    /** Everyone who may accept it for operations: the service's owner or a service manager of it. */
    boolean acceptedBy(WorkItemNumber number, Actor who);

    /** A project asks for it: {@code service}, {@code scope}, {@code team}. */
    Handover request(String project, Map<String, String> form, Actor by);

    /** Chooses the criteria by the tier of the service; what was chosen before stays. */
    void chooseCriteria(WorkItemNumber number, Actor by);

    /** Sets its dates: {@code goLiveOn}, {@code earlyLifeDays}, {@code team}. */
    Handover plan(WorkItemNumber number, Map<String, String> form, Actor by);

    /** Looks at every criterion and at the gate now. */
    Handover look(WorkItemNumber number);

    /** Offers it to operations, if the gate is open: answers whether it is. */
    boolean offer(WorkItemNumber number, Actor by);

    /** Operations takes the service over when it is live. Refused while the gate is shut. */
    Handover accept(WorkItemNumber number, String reason, Actor by);

    /** Operations does not take it as it is, and says what is missing. */
    Handover refuse(WorkItemNumber number, String missing, Actor by);

    /** The service is live and its early life support begins. Refused while the gate is shut. */
    Handover goLive(WorkItemNumber number, String reason, Actor by);

    /** Early life support ends and operations has the service. Refused where exit criteria say what is missing. */
    Handover finish(WorkItemNumber number, String reason, Actor by);

    /** The service stays with, or goes back to, the project. */
    Handover rollBack(WorkItemNumber number, String reason, Actor by);
}
