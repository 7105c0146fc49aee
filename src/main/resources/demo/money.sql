insert into money_line (project, stage, code, name, kind)
select 'atlas', s.id, l.code, l.name, l.kind
from (values
    (1, 'CONS', 'Consulting days', 'OPEX'),
    (2, 'SRV', 'Servers for both plants', 'CAPEX'),
    (3, 'LIC', 'Licences of the execution system', 'CAPEX'),
    (3, 'INT', 'Integration days', 'OPEX'),
    (4, 'TRN', 'Training of the shifts', 'OPEX')
) l (position, code, name, kind)
join project_stage s on s.project = 'atlas' and s.position = l.position
on conflict do nothing;

insert into money_cell (project, line, period, quantity, budget, plan_quantity, plan, currency, original)
select 'atlas', l.id, (date_trunc('month', current_date) + make_interval(months => c.month))::date,
    c.quantity, c.quantity * c.rate, c.quantity, c.quantity * c.rate, 'EUR', c.quantity * c.rate
from (values
    ('CONS', -4, 20, 950.00), ('CONS', -3, 20, 950.00), ('CONS', -2, 15, 950.00), ('CONS', -1, 10, 950.00),
    ('SRV', 0, 12, 8200.00),
    ('LIC', -2, 40, 600.00), ('LIC', 2, 80, 600.00),
    ('INT', -3, 15, 780.00), ('INT', -2, 20, 780.00), ('INT', -1, 25, 780.00), ('INT', 0, 25, 780.00), ('INT', 1, 30, 780.00), ('INT', 2, 30, 780.00), ('INT', 3, 20, 780.00),
    ('TRN', 2, 10, 500.00), ('TRN', 3, 12, 500.00), ('TRN', 4, 12, 500.00)
) c (code, month, quantity, rate)
join money_line l on l.project = 'atlas' and l.code = c.code
on conflict do nothing;

insert into money_order (project, line, number, supplier, description, ordered_on, amount, currency, original, rate, rate_on)
select 'atlas', l.id, o.number, o.supplier, o.description, current_date + o.day, round(o.original * o.rate, 2), o.currency, o.original, o.rate, current_date + o.day
from (values
    ('SRV', 'PO-4711', 'Nordrack Systems', 'Twelve servers with support', -50, 'USD', 106945.00, 0.92),
    ('LIC', 'PO-4655', 'Linefield Software', 'Licences for three plants', -75, 'EUR', 72000.00, 1)
) o (code, number, supplier, description, day, currency, original, rate)
join money_line l on l.project = 'atlas' and l.code = o.code
on conflict do nothing;

insert into money_actual (project, line, reference, day, quantity, amount, currency, original, order_number, supplier, description, at, by_whom)
select 'atlas', l.id, a.reference, (date_trunc('month', current_date) + make_interval(months => a.month, days => 19))::date, a.quantity, a.amount, 'EUR', a.amount,
    nullif(a.number, ''), a.supplier, a.description, now(), 'ines.castro'
from (values
    ('CONS', 'ATL-001', -4, 22, 20900.00, '', 'Brightwater', 'Consulting, first month'),
    ('CONS', 'ATL-002', -3, 20, 19000.00, '', 'Brightwater', 'Consulting, second month'),
    ('CONS', 'ATL-003', -2, 18, 17640.00, '', 'Brightwater', 'Consulting, third month'),
    ('CONS', 'ATL-004', -1, 12, 11760.00, '', 'Brightwater', 'Consulting, fourth month'),
    ('LIC', 'ATL-005', -2, 40, 24000.00, 'PO-4655', 'Linefield Software', 'Licences for the first plant'),
    ('INT', 'ATL-006', -3, 12, 9360.00, '', 'Brightwater', 'Integration'),
    ('INT', 'ATL-007', -2, 22, 17160.00, '', 'Brightwater', 'Integration'),
    ('INT', 'ATL-008', -1, 31, 25420.00, '', 'Brightwater', 'Integration at the new rate'),
    (null, 'ATL-009', -1, null, 3480.00, '', 'Hausmann Electric', 'Power feed for the server room')
) a (code, reference, month, quantity, amount, number, supplier, description)
left join money_line l on l.project = 'atlas' and l.code = a.code
where exists (select from project where key = 'atlas')
on conflict do nothing;

insert into money_delivery (project, line, milestone, supplier, item, amount, promised)
select 'atlas', l.id, m.id, 'Nordrack Systems', 'Twelve servers', 98389.40, current_date + 23
from money_line l
join project_milestone m on m.project = 'atlas' and m.name = 'Servers delivered'
where l.project = 'atlas' and l.code = 'SRV' and not exists (select from money_delivery where project = 'atlas');

insert into money_promise (delivery, promised, reason, by_whom, at)
select d.id, current_date + p.promised, p.reason, 'ines.castro', now() - make_interval(days => p.ago)
from (values
    (6, 'As ordered.', 50),
    (12, 'The supplier waits for power supplies.', 20),
    (23, 'The supplier moved the delivery a second time.', 5)
) p (promised, reason, ago)
join money_delivery d on d.project = 'atlas' and d.item = 'Twelve servers'
where not exists (select from money_promise x where x.delivery = d.id);

insert into work_package (project, stage, name, budget, method, starts_on, ends_on)
select 'atlas', s.id, w.name, w.budget, w.method, current_date + w.starts, current_date + w.ends
from (values
    (1, 'Requirements and interfaces', 61750.00, 'FIFTY_FIFTY', -120, -61),
    (2, 'Servers in both plants', 98400.00, 'ZERO_HUNDRED', -50, 6),
    (2, 'Paint shop on the new system', 62400.00, 'PERCENT', -60, 25),
    (3, 'Body shop and assembly', 109200.00, 'MILESTONES', 26, 120),
    (4, 'Training and hand-over', 20650.00, 'PERCENT', 90, 180)
) w (position, name, budget, method, starts, ends)
join project_stage s on s.project = 'atlas' and s.position = w.position
on conflict do nothing;

insert into work_package_step (package, name, weight, planned)
select w.id, s.name, s.weight, current_date + s.planned
from (values ('Body shop live', 2, 80), ('Assembly live', 3, 120)) s (name, weight, planned)
join work_package w on w.project = 'atlas' and w.name = 'Body shop and assembly'
on conflict do nothing;

insert into work_package_progress (package, day, percent, note, by_whom, at)
select w.id, current_date + p.day, p.percent, p.note, 'ines.castro', now() + make_interval(days => p.day)
from (values
    ('Requirements and interfaces', -118, 5, ''),
    ('Requirements and interfaces', -58, 100, 'Signed.'),
    ('Paint shop on the new system', -45, 15, ''),
    ('Paint shop on the new system', -30, 30, ''),
    ('Paint shop on the new system', -15, 45, 'Test line connected.'),
    ('Paint shop on the new system', -3, 55, 'Waits for the servers.')
) p (name, day, percent, note)
join work_package w on w.project = 'atlas' and w.name = p.name
on conflict do nothing;
