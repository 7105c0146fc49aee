-- What may go wrong in the demo organisation's projects, what they rest on, and what their manager says of them.
insert into project_risk (project, title, description, probability, impact, owner, response, response_text,
    residual_probability, residual_impact, proximity, trigger)
select r.project, r.title, r.description, r.probability, r.impact, r.owner, r.response, r.response_text,
    r.residual_probability, r.residual_impact, current_date + r.proximity, r.trigger
from (values
    ('atlas', 'The servers slip a third time', 'The supplier has moved the delivery twice.', 4, 4, 'ines.castro',
        'REDUCE', 'Rent six servers for the paint shop until they are there.', 4, 2, 14,
        'No dispatch note a week before the promised day.'),
    ('atlas', 'The paint shop cannot stop for the change of systems', 'Each stop of the line costs a shift.', 3, 5,
        'jonas.weber', 'AVOID', 'Change over during the stop at the end of the year.', 1, 5, 40,
        'The order book fills the first week of the year.'),
    ('atlas', 'Badge readers need new firmware', 'Two readers do not speak the new protocol.', 2, 2, 'lena.hoffmann',
        'ACCEPT', 'A guard opens by hand for a day.', 2, 2, 70, 'The test at the gate fails.'),
    ('atlas', 'The integrator loses its lead developer', 'Nobody else there knows the old interfaces.', 2, 4,
        'ines.castro', 'TRANSFER', 'The contract asks for a deputy who was present since the start.', 2, 2, 30,
        'Two meetings without the lead developer.')
) r (project, title, description, probability, impact, owner, response, response_text, residual_probability,
    residual_impact, proximity, trigger)
where exists (select from project p where p.key = r.project and p.demo)
    and not exists (select from project_risk x where x.project = r.project);

insert into project_assumption (project, text, owner, source, valid_until, tolerance, value)
select a.project, a.text, a.owner, a.source, current_date + a.days, a.tolerance, a.value
from (values
    ('atlas', 'Workplaces with a licence in the first month', 'ines.castro', 'Head counts of the three plants', 120, 10, 60),
    ('atlas', 'More workplaces each month', 'ines.castro', 'Plan of the plants', 120, 50, 4),
    ('atlas', 'Price of a workplace a month', 'ines.castro', 'Offer of Linefield Software', 90, 5, 38),
    ('atlas', 'Rise of the price in the next year, in percent', 'ines.castro', 'Contract of Linefield Software', 200, 25, 3),
    ('atlas', 'The network of both plants carries the new system', 'jonas.weber', 'Measured on a night in summer', 150, null, null)
) a (project, text, owner, source, days, tolerance, value)
where exists (select from project p where p.key = a.project and p.demo)
    and not exists (select from project_assumption x where x.project = a.project);

insert into service_forecast (project, name, line, first_month, months, units, growth, rate)
select 'atlas', 'Execution system in operation', l.id, (date_trunc('month', current_date) + interval '2 months')::date, 12,
    u.id, g.id, r.id
from money_line l
join project_assumption u on u.project = 'atlas' and u.text like 'Workplaces with%'
join project_assumption g on g.project = 'atlas' and g.text like 'More workplaces%'
join project_assumption r on r.project = 'atlas' and r.text like 'Price of%'
where l.project = 'atlas' and l.code = 'LIC'
on conflict do nothing;

insert into service_price_change (forecast, from_month, percent)
select f.id, (f.first_month + interval '6 months')::date, a.id
from service_forecast f
join project_assumption a on a.project = 'atlas' and a.text like 'Rise of%'
where f.project = 'atlas'
on conflict do nothing;

insert into status_declaration (project, at, by_whom)
select 'atlas', now() - interval '3 days', 'ines.castro'
where exists (select from project where key = 'atlas' and demo)
    and not exists (select from status_declaration where project = 'atlas');
insert into status_declared (declaration, aspect, colour, sentence)
select d.id, s.aspect, s.colour, s.sentence
from (values
    ('TIME', 'RED', 'The servers come after the day on which the paint shop needs them.'),
    ('COST', 'RED', 'The requirements took more days than budgeted.'),
    ('SCOPE', 'GREEN', 'Nothing was taken out.'),
    ('OVERALL', 'RED', 'A decision about renting servers is prepared.')
) s (aspect, colour, sentence)
join status_declaration d on d.project = 'atlas'
on conflict do nothing;
