-- What operations knows of the demo organisation's services: their life, agreements, dependencies, costs and runbooks.
insert into service (key, name, description, tier, team, owner, rate_per_hour, rate_currency, demo, lifecycle) values
    ('line-execution', 'Line execution system', 'Replaces the paint shop MES in three plants. Project Atlas builds it.', 'gold', 'mes-support', 'marta.ruiz', 42000.00, 'EUR', true, 'PLANNED')
on conflict do nothing;

insert into service_manager (service, username)
select 'line-execution', 'marta.ruiz' where exists (select from service where key = 'line-execution' and demo)
on conflict do nothing;

insert into service_lifecycle (service, at, by_whom, lifecycle, because)
select l.service, now() - l.days * interval '1 day', 'marta.ruiz', l.lifecycle, l.because
from (values
    ('line-execution', 60, 'PLANNED', 'Project Atlas was approved.'),
    ('badge-readers', 400, 'PLANNED', 'New readers were ordered.'),
    ('badge-readers', 310, 'EARLY_LIFE_SUPPORT', 'The gates opened with the new readers.'),
    ('badge-readers', 265, 'OPERATIONAL', 'Thirty quiet days; workplace and access answers for it alone.')
) l (service, days, lifecycle, because)
where exists (select from service s where s.key = l.service and s.demo)
    and not exists (select from service_lifecycle x where x.service = l.service);

insert into service_agreement (service, kind, name, party, availability, valid_from, valid_until, notice_days, document)
select a.service, a.kind, a.name, a.party, a.availability, current_date - a.since, current_date + a.until, a.notice, a.document
from (values
    ('paint-shop-mes', 'SLA', 'Paint shop around the clock', 'Body and paint shop', 99.800, 300, 430, 90, 'https://documents.demo.relevo.invalid/sla-paint-shop'),
    ('paint-shop-mes', 'SUPPLIER', 'Maintenance of the MES', 'Linefield Software', null, 300, 65, 60, 'https://documents.demo.relevo.invalid/linefield-maintenance'),
    ('sap-erp', 'SLA', 'Orders and finance', 'Finance and logistics', 99.500, 500, 230, 90, 'https://documents.demo.relevo.invalid/sla-erp'),
    ('sap-erp', 'OLA', 'Platform of the ERP', 'Operations', 99.900, 500, null, null, null),
    ('payments', 'SLA', 'Dealer payments', 'Sales', 99.900, 200, null, null, null),
    ('badge-readers', 'SLA', 'Doors and gates', 'Plant security', 99.000, 265, 465, 30, null),
    ('line-execution', 'SLA', 'Line execution in three plants', 'Production of three plants', 99.900, -75, 1020, 90, null)
) a (service, kind, name, party, availability, since, until, notice, document)
where exists (select from service s where s.key = a.service and s.demo)
    and not exists (select from service_agreement x where x.service = a.service and x.kind = a.kind);

insert into service_agreement_target (agreement, priority, metric, target)
select a.id, t.priority, t.metric, t.target
from (values
    ('paint-shop-mes', 'SLA', 'P1', 'RESPONSE', 'PT15M'), ('paint-shop-mes', 'SLA', 'P1', 'RESOLUTION', 'PT2H'),
    ('paint-shop-mes', 'SLA', 'P2', 'RESPONSE', 'PT30M'), ('paint-shop-mes', 'SLA', 'P2', 'RESOLUTION', 'PT8H'),
    ('paint-shop-mes', 'SLA', 'P3', 'RESPONSE', 'PT8H'), ('paint-shop-mes', 'SLA', 'P3', 'RESOLUTION', '5 business days'),
    ('paint-shop-mes', 'SUPPLIER', 'P1', 'RESPONSE', 'PT30M'), ('paint-shop-mes', 'SUPPLIER', 'P1', 'RESOLUTION', 'PT4H'),
    ('sap-erp', 'SLA', 'P1', 'RESPONSE', 'PT15M'), ('sap-erp', 'SLA', 'P1', 'RESOLUTION', 'PT4H'),
    ('sap-erp', 'SLA', 'P2', 'RESPONSE', 'PT1H'), ('sap-erp', 'SLA', 'P2', 'RESOLUTION', 'PT8H'),
    ('sap-erp', 'SLA', 'P3', 'RESPONSE', 'PT4H'), ('sap-erp', 'SLA', 'P3', 'RESOLUTION', '3 business days'),
    ('sap-erp', 'SLA', 'P4', 'RESPONSE', '1 business days'), ('sap-erp', 'SLA', 'P4', 'RESOLUTION', '5 business days'),
    ('payments', 'SLA', 'P1', 'RESPONSE', 'PT15M'), ('payments', 'SLA', 'P1', 'RESOLUTION', 'PT4H'),
    ('badge-readers', 'SLA', 'P1', 'RESPONSE', 'PT30M'), ('badge-readers', 'SLA', 'P1', 'RESOLUTION', 'PT8H'),
    ('line-execution', 'SLA', 'P1', 'RESPONSE', 'PT15M'), ('line-execution', 'SLA', 'P1', 'RESOLUTION', 'PT4H')
) t (service, kind, priority, metric, target)
join service_agreement a on a.service = t.service and a.kind = t.kind
join service s on s.key = a.service and s.demo
on conflict do nothing;

insert into service_dependency (service, uses, purpose)
select d.service, d.uses, d.purpose
from (values
    ('paint-shop-mes', 'sap-erp', 'takes the orders of the day from it'),
    ('label-printing', 'sap-erp', 'reads parts and boxes'),
    ('payments', 'sap-erp', 'books what dealers pay'),
    ('line-execution', 'sap-erp', 'will take the orders of the day from it'),
    ('line-execution', 'label-printing', 'will print the labels of bodies')
) d (service, uses, purpose)
where exists (select from service s where s.key = d.service and s.demo)
    and exists (select from service s where s.key = d.uses and s.demo)
on conflict do nothing;

insert into service_cost (service, valid_from, amount, budget, currency, note, agreed_by, agreed_at)
select c.service, (date_trunc('month', current_date) + c.months * interval '1 month')::date, c.amount, c.budget, c.currency,
    c.note, c.agreed_by, case when c.agreed_by is null then null else now() - interval '20 days' end
from (values
    ('paint-shop-mes', -11, 17200.00, 18000.00, 'EUR', 'Maintenance, two servers, on-call', 'marta.ruiz'),
    ('paint-shop-mes', 1, 18650.00, 18000.00, 'EUR', 'Maintenance costs more from then on', null),
    ('sap-erp', -6, 96000.00, 100000.00, 'EUR', 'Licences, platform and support of all plants', 'marta.ruiz'),
    ('badge-readers', -9, 3100.00, 3200.00, 'EUR', 'Readers, network and cards', 'marta.ruiz'),
    ('payments', -5, 7400.00, null, 'USD', 'Fees of the payment service and its platform', null),
    ('line-execution', 2, 21400.00, 22000.00, 'EUR', 'Sixty workplaces in the first month', null)
) c (service, months, amount, budget, currency, note, agreed_by)
where exists (select from service s where s.key = c.service and s.demo)
on conflict do nothing;

insert into service_runbook (service, title, link)
select r.service, r.title, r.link
from (values
    ('paint-shop-mes', 'Line server does not answer', 'https://runbooks.demo.relevo.invalid/mes/line-server'),
    ('paint-shop-mes', 'Paint by hand for a shift', 'https://runbooks.demo.relevo.invalid/mes/by-hand'),
    ('sap-erp', 'Stuck interfaces', 'https://runbooks.demo.relevo.invalid/erp/interfaces'),
    ('badge-readers', 'Open a gate by hand', 'https://runbooks.demo.relevo.invalid/badges/gate'),
    ('line-execution', 'Change over and back', 'https://runbooks.demo.relevo.invalid/line/change-over')
) r (service, title, link)
where exists (select from service s where s.key = r.service and s.demo)
    and not exists (select from service_runbook x where x.service = r.service and x.title = r.title);

insert into service_runbook_drill (runbook, held_on, by_whom, note)
select r.id, current_date - d.days, d.by_whom, d.note
from (values
    ('paint-shop-mes', 'Line server does not answer', 120, 'jonas.weber', 'Took 22 minutes; step 4 was wrong and is corrected.'),
    ('paint-shop-mes', 'Line server does not answer', 34, 'lena.hoffmann', 'Took 14 minutes.'),
    ('sap-erp', 'Stuck interfaces', 80, 'priya.nair', 'Worked as written.'),
    ('badge-readers', 'Open a gate by hand', 12, 'samuel.okafor', 'With the guards of the night.')
) d (service, title, days, by_whom, note)
join service_runbook r on r.service = d.service and r.title = d.title
join service s on s.key = r.service and s.demo
where not exists (select from service_runbook_drill x where x.runbook = r.id and x.held_on = current_date - d.days);
