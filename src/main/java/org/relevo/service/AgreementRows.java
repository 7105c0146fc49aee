package org.relevo.service;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.TimeTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements as rows. */
@Component
class AgreementRows {

    private final JdbcClient jdbc;

    AgreementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record TargetRow(long agreement, ServiceAgreement.Target target) {}

    List<ServiceAgreement> of(String service) {
        var targets = targets(service);
        return jdbc.sql("select * from service_agreement where service = :service order by valid_from desc, id desc")
                .param("service", service)
                .query((row, i) -> new ServiceAgreement(
                        row.getLong("id"),
                        service,
                        Agreement.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("party"),
                        row.getBigDecimal("availability"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getObject("notice_days", Integer.class),
                        row.getString("document"),
                        targets.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<ServiceAgreement.Target>> targets(String service) {
        return jdbc
                .sql("""
                select t.* from service_agreement_target t join service_agreement a on a.id = t.agreement
                where a.service = :service order by t.priority, t.metric desc
                """)
                .param("service", service)
                .query((row, i) -> new TargetRow(
                        row.getLong("agreement"),
                        new ServiceAgreement.Target(
                                Priority.valueOf(row.getString("priority")),
                                Metric.valueOf(row.getString("metric")),
                                TimeTarget.parse(row.getString("target")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        TargetRow::agreement, Collectors.mapping(TargetRow::target, Collectors.toList())));
    }

    long add(ServiceAgreement agreement) {
        var id = bound("""
                        insert into service_agreement (service, kind, name, party, availability, valid_from, valid_until,
                            notice_days, document)
                        values (:service, :kind, :name, :party, :availability, :from, :until, :notice, :document)
                        returning id
                        """, agreement).query(Long.class).single();
        write(id, agreement.targets());
        return id;
    }

    void save(ServiceAgreement agreement) {
        bound("""
                        update service_agreement set kind = :kind, name = :name, party = :party,
                            availability = :availability, valid_from = :from, valid_until = :until,
                            notice_days = :notice, document = :document
                        where id = :id and service = :service
                        """, agreement).param("id", agreement.id()).update();
        jdbc.sql("delete from service_agreement_target where agreement = :id")
                .param("id", agreement.id())
                .update();
        write(agreement.id(), agreement.targets());
    }

    void remove(long id) {
        jdbc.sql("delete from service_agreement where id = :id").param("id", id).update();
    }

    private JdbcClient.StatementSpec bound(String sql, ServiceAgreement agreement) {
        return jdbc.sql(sql)
                .param("service", agreement.service())
                .param("kind", agreement.kind().name())
                .param("name", agreement.name())
                .param("party", agreement.party())
                .param("availability", agreement.availability(), Types.NUMERIC)
                .param("from", agreement.validFrom())
                .param("until", agreement.validUntil(), Types.DATE)
                .param("notice", agreement.noticeDays(), Types.INTEGER)
                .param("document", agreement.document(), Types.VARCHAR);
    }

    private void write(long id, List<ServiceAgreement.Target> targets) {
        for (var target : targets) {
            jdbc.sql("insert into service_agreement_target (agreement, priority, metric, target)"
                            + " values (:id, :priority, :metric, :target)")
                    .param("id", id)
                    .param("priority", target.priority().name())
                    .param("metric", target.metric().name())
                    .param("target", target.time().text())
                    .update();
        }
    }
}
