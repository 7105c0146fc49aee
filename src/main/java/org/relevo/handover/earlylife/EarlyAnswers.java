package org.relevo.handover.earlylife;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Answering;
import org.relevo.rules.EarlyAnswer;
import org.relevo.rules.EarlyIncidentFact;
import org.relevo.rules.Priority;
import org.relevo.rules.RuleBook;
import org.relevo.service.Service;
import org.relevo.service.Services;
import org.springframework.stereotype.Component;

/** While a service is in early life support, rules say whether its project, operations or both answer its incidents. */
@Component
class EarlyAnswers implements Answering {

    private final EarlyLifeRows rows;
    private final Services services;
    private final RuleBook ruleBook;

    EarlyAnswers(EarlyLifeRows rows, Services services, RuleBook ruleBook) {
        this.rows = rows;
        this.services = services;
        this.ruleBook = ruleBook;
    }

    @Override
    public Optional<Answer> of(String service, @Nullable Priority priority) {
        return rows.projectTeam(service).flatMap(team -> {
            var tier = services.find(service).map(Service::tier).orElse("");
            return ruleBook.decide(List.of(new EarlyIncidentFact(tier, priority, team)))
                    .one(EarlyAnswer.class)
                    .map(answer -> new Answer(
                            answer.who() == EarlyAnswer.Who.PROJECT ? team : null,
                            "%s · %s".formatted(answer.because(), answer.rule())));
        });
    }
}
