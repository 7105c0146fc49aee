insert into project (key, name, description, manager, sponsor, demo, currency, zone, starts_on, created_at, created_by) values
    ('atlas', 'Atlas', 'Moves the plants to one manufacturing execution system, beginning with the paint shop.', 'ines.castro', 'clara.brandt', true, 'EUR', 'Europe/Madrid', current_date - 120, now(), 'relevo'),
    ('gatehouse', 'Gatehouse', 'Replaces the badge readers at all gates and connects them to the personnel records.', 'paul.fischer', 'clara.brandt', true, 'EUR', 'Europe/Madrid', current_date - 40, now(), 'relevo')
on conflict do nothing;

insert into project_member (project, person, role) values
    ('atlas', 'jonas.weber', 'integration'),
    ('atlas', 'lena.hoffmann', 'testing'),
    ('atlas', 'priya.nair', 'infrastructure'),
    ('gatehouse', 'samuel.okafor', 'installation'),
    ('gatehouse', 'nadia.lund', 'training')
on conflict do nothing;

insert into project_stage (project, position, name, baseline_start, baseline_end) values
    ('atlas', 1, 'Analysis and design', current_date - 120, current_date - 61),
    ('atlas', 2, 'Pilot in the paint shop', current_date - 60, current_date + 25),
    ('atlas', 3, 'Body shop and assembly', current_date + 26, current_date + 120),
    ('atlas', 4, 'Hand-over', current_date + 121, current_date + 180),
    ('gatehouse', 1, 'Pilot at the north gate', current_date - 40, current_date + 5),
    ('gatehouse', 2, 'All gates', current_date + 6, current_date + 75)
on conflict do nothing;

insert into project_milestone (project, stage, name, baseline, forecast, actual)
select s.project, s.id, m.name, current_date + m.baseline, current_date + m.forecast, current_date + m.actual
from (values
    ('atlas', 1, 'Requirements agreed', -92, -90, -90),
    ('atlas', 1, 'Interfaces approved', -61, -58, -58),
    ('atlas', 2, 'Test line connected', -20, -20, -21),
    ('atlas', 2, 'Servers delivered', 6, 23, null),
    ('atlas', 2, 'Paint shop live', 25, 42, null),
    ('atlas', 3, 'Body shop live', 80, 97, null),
    ('atlas', 3, 'Assembly live', 120, 137, null),
    ('atlas', 4, 'Old system switched off', 180, 197, null),
    ('gatehouse', 1, 'Readers installed at the north gate', -8, -8, -9),
    ('gatehouse', 1, 'Personnel records connected', 5, 5, null),
    ('gatehouse', 2, 'South and west gates changed', 45, 45, null),
    ('gatehouse', 2, 'Old badges withdrawn', 75, 75, null)
) m (project, position, name, baseline, forecast, actual)
join project_stage s on s.project = m.project and s.position = m.position
on conflict do nothing;

insert into project_dependency (project, before, after, lag_days)
select b.project, b.id, a.id, a.baseline - b.baseline
from (values
    ('atlas', 'Test line connected', 'Paint shop live'),
    ('atlas', 'Servers delivered', 'Paint shop live'),
    ('atlas', 'Paint shop live', 'Body shop live'),
    ('atlas', 'Body shop live', 'Assembly live'),
    ('atlas', 'Assembly live', 'Old system switched off'),
    ('gatehouse', 'Personnel records connected', 'South and west gates changed'),
    ('gatehouse', 'South and west gates changed', 'Old badges withdrawn')
) d (project, before, after)
join project_milestone b on b.project = d.project and b.name = d.before
join project_milestone a on a.project = d.project and a.name = d.after
on conflict do nothing;

insert into project_milestone_change (milestone, which, was, became, reason, by_whom, at)
select m.id, c.which, current_date + c.was, current_date + c.became, c.reason, 'ines.castro', now() - make_interval(days => c.ago)
from (values
    ('Requirements agreed', 'ACTUAL', null, -90, 'Signed by the three plants.', 90),
    ('Interfaces approved', 'ACTUAL', null, -58, 'The personnel records came in last.', 58),
    ('Test line connected', 'ACTUAL', null, -21, 'A day early.', 21),
    ('Servers delivered', 'FORECAST', 6, 12, 'The supplier waits for power supplies.', 20),
    ('Servers delivered', 'FORECAST', 12, 23, 'The supplier moved the delivery a second time.', 5),
    ('Paint shop live', 'FORECAST', 25, 42, 'Waits for the servers.', 5),
    ('Body shop live', 'FORECAST', 80, 97, 'Waits for the paint shop.', 5),
    ('Assembly live', 'FORECAST', 120, 137, 'Waits for the body shop.', 5),
    ('Old system switched off', 'FORECAST', 180, 197, 'Waits for the assembly.', 5)
) c (name, which, was, became, reason, ago)
join project_milestone m on m.project = 'atlas' and m.name = c.name
where not exists (select from project_milestone_change x where x.milestone = m.id);

insert into project_scope_item (project, stage, kind, name, description, weight, state, owner)
select i.project, s.id, i.kind, i.name, i.description, i.weight, i.state, i.owner
from (values
    ('atlas', 1, 'DELIVERABLE', 'Interface specification', 'Between execution system, planning and quality.', 2, 'ACCEPTED', 'jonas.weber'),
    ('atlas', 2, 'DELIVERABLE', 'Servers in both plants', '', 3, 'PLANNED', 'priya.nair'),
    ('atlas', 2, 'DELIVERABLE', 'Paint shop on the new system', '', 8, 'PLANNED', 'jonas.weber'),
    ('atlas', 3, 'DELIVERABLE', 'Body shop and assembly on the new system', '', 12, 'PLANNED', 'jonas.weber'),
    ('atlas', 2, 'SCOPE', 'Reports for the shift leads', 'Five reports that are read each shift today.', 2, 'DELIVERED', 'lena.hoffmann'),
    ('atlas', 4, 'SCOPE', 'Archive of the old system', 'Ten years of batch records, searchable.', 3, 'PLANNED', null),
    ('gatehouse', 1, 'DELIVERABLE', 'Readers at the north gate', '', 2, 'DELIVERED', 'samuel.okafor'),
    ('gatehouse', 2, 'DELIVERABLE', 'Readers at the other gates', '', 5, 'PLANNED', 'samuel.okafor'),
    ('gatehouse', 2, 'SCOPE', 'Training of the gate staff', '', 1, 'PLANNED', 'nadia.lund')
) i (project, position, kind, name, description, weight, state, owner)
join project_stage s on s.project = i.project and s.position = i.position
on conflict do nothing;
