package org.relevo.handover.lineage;

/** The statements that put a lineage together from what each module keeps; nothing is copied. */
final class LineageSql {

    private static final String OF_PROJECTS = """
            select w.raised_at as at, 'ISSUE' as kind, 'RAISED' as what, w.number as reference, w.title as text,
                null as reason, w.raised_by as by_whom, '/project-issues/' || w.number as address
            from project_issue i join work_item w on w.number = i.number where i.project in (select project from h)
            union all
            select i.ended_at, 'ISSUE', 'ENDED', w.number, w.title, i.outcome_reason, null, '/project-issues/' || w.number
            from project_issue i join work_item w on w.number = i.number
            where i.project in (select project from h) and i.ended_at is not null
            union all
            select r.demanded_at, 'EXCEPTION', 'RAISED', w.number, w.title, r.because, null, '/exceptions/' || w.number
            from exception_report r join work_item w on w.number = r.number where r.project in (select project from h)
            union all
            select r.decided_at, 'EXCEPTION', 'DECIDED', w.number, w.title, r.reason, r.decided_by, '/exceptions/' || w.number
            from exception_report r join work_item w on w.number = r.number
            where r.project in (select project from h) and r.decided_at is not null
            union all
            select p.at, 'DELIVERY', 'PROMISED_LATER', d.supplier, d.item || ': ' || p.promised, p.reason, p.by_whom,
                '/projects/' || d.project || '/money'
            from money_promise p join money_delivery d on d.id = p.delivery
            where d.project in (select project from h)
                and p.promised > (select q.promised from money_promise q where q.delivery = d.id order by q.id limit 1)
            union all
            select d.delivered::timestamp at time zone pr.zone, 'DELIVERY', 'DELIVERED_LATE', d.supplier,
                d.item || ': ' || d.delivered, null, null, '/projects/' || d.project || '/money'
            from money_delivery d join project pr on pr.key = d.project
            where d.project in (select project from h) and d.delivered > coalesce(
                (select q.promised from money_promise q where q.delivery = d.id order by q.id limit 1), d.promised)
            """;

    private static final String OF_HANDOVERS = """
            select w.granted_at, 'WAIVER', 'GRANTED', c.number, c.title, w.reason, w.granted_by,
                '/handovers/' || c.number || '/lineage'
            from handover_waiver w join handover_criterion c on c.id = w.criterion where c.number in (select number from h)
            union all
            select w.ended_at, 'WAIVER', case when w.ended_by = 'relevo' then 'EXPIRED' else 'ENDED' end, c.number, c.title,
                null, w.ended_by, '/handovers/' || c.number || '/lineage'
            from handover_waiver w join handover_criterion c on c.id = w.criterion
            where c.number in (select number from h) and w.ended_at is not null
            union all
            select e.at, case when e.kind like 'TRACE%' or e.kind like 'DEBT%' then 'TRACE' else 'HANDOVER' end, 'SAID',
                e.work_item, e.text, e.reason, e.by_whom, '/handovers/' || e.work_item
            from timeline_event e
            where e.work_item in (select number from h) and e.kind not in ('WAIVED', 'WAIVER_ENDED', 'WAIVER_EXPIRED')
            """;

    private static final String OF_SERVICE = """
            select w.raised_at, 'INCIDENT', case when d.incident is null then 'RAISED' else 'DRILL' end, w.number, w.title,
                w.priority_reason, w.raised_by, '/incidents/' || w.number
            from work_item w left join handover_drill d on d.incident = w.number
            where w.type = 'INCIDENT' and w.service = :service
            union all
            select w.ended_at, 'INCIDENT', 'RESOLVED', w.number, w.title, null, w.assignee, '/incidents/' || w.number
            from work_item w where w.type = 'INCIDENT' and w.service = :service and w.ended_at is not null
            union all
            select w.raised_at, 'RCA', 'RAISED', w.number, w.title, null, null, '/rcas/' || w.number
            from rca r join work_item w on w.number = r.number join work_item i on i.number = r.incident
            where i.service = :service
            union all
            select w.ended_at, 'RCA', 'ENDED', w.number, w.title, null, null, '/rcas/' || w.number
            from rca r join work_item w on w.number = r.number join work_item i on i.number = r.incident
            where i.service = :service and w.ended_at is not null
            """;

    private static final String ALL = """
            with h as (
                select number, project from handover
                where service = :service and (cast(:handover as text) is null or number = :handover)),
            line as (
            %s union all
            %s union all
            %s)
            """.formatted(OF_PROJECTS, OF_HANDOVERS, OF_SERVICE);

    private static final String CHOSEN = " from line where (cast(:kind as text) is null or kind = :kind)";

    static final String EVENTS = ALL + "select *" + CHOSEN + " order by at desc, kind, reference desc, what, text";

    static final String COUNT = ALL + "select count(*)" + CHOSEN;

    private LineageSql() {}
}
