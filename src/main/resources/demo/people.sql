-- A car maker's IT. Every name is invented; no address can receive mail.
insert into person (username, name, mail, password_hash, zone, language, manager, demo, created_at) values
    ('clara.brandt', 'Clara Brandt', 'clara.brandt@demo.relevo.invalid', '', 'Europe/Madrid', 'en', null, true, 'epoch'),
    ('admin', 'Robin Adler', 'admin@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'clara.brandt', true, 'epoch'),
    ('marta.ruiz', 'Marta Ruiz', 'marta.ruiz@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'clara.brandt', true, 'epoch'),
    ('jonas.weber', 'Jonas Weber', 'jonas.weber@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'marta.ruiz', true, 'epoch'),
    ('lena.hoffmann', 'Lena Hoffmann', 'lena.hoffmann@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'marta.ruiz', true, 'epoch'),
    ('tomas.novak', 'Tomas Novak', 'tomas.novak@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'marta.ruiz', true, 'epoch'),
    ('priya.nair', 'Priya Nair', 'priya.nair@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'marta.ruiz', true, 'epoch'),
    ('david.moreno', 'David Moreno', 'david.moreno@demo.relevo.invalid', '', 'Europe/Madrid', 'es', 'marta.ruiz', true, 'epoch'),
    ('samuel.okafor', 'Samuel Okafor', 'samuel.okafor@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'marta.ruiz', true, 'epoch'),
    ('nadia.lund', 'Nadia Lund', 'nadia.lund@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'marta.ruiz', true, 'epoch'),
    ('ines.castro', 'Inés Castro', 'ines.castro@demo.relevo.invalid', '', 'Europe/Madrid', 'es', 'clara.brandt', true, 'epoch'),
    ('paul.fischer', 'Paul Fischer', 'paul.fischer@demo.relevo.invalid', '', 'Europe/Madrid', 'en', 'clara.brandt', true, 'epoch')
on conflict (username) do update
    set password_hash = '', manager = excluded.manager, enabled = true where person.demo;

insert into person_role (username, role)
select given.username, given.role
from (values
    ('clara.brandt', 'VIEWER'),
    ('admin', 'ADMIN'), ('admin', 'PROCESS_ADMIN'), ('admin', 'RULE_ADMIN'), ('admin', 'AGENT'),
    ('marta.ruiz', 'SERVICE_MANAGER'), ('marta.ruiz', 'AGENT'),
    ('jonas.weber', 'AGENT'), ('lena.hoffmann', 'AGENT'), ('tomas.novak', 'AGENT'),
    ('priya.nair', 'AGENT'), ('david.moreno', 'AGENT'), ('samuel.okafor', 'AGENT'), ('nadia.lund', 'AGENT'),
    ('ines.castro', 'PROJECT_MANAGER'), ('paul.fischer', 'PROJECT_MANAGER'), ('paul.fischer', 'AGENT')
) as given (username, role) join person using (username)
where person.demo
on conflict do nothing;

insert into team (key, name, zone, demo) values
    ('mes-support', 'MES support', 'Europe/Madrid', true),
    ('sap-operations', 'SAP operations', 'Europe/Madrid', true),
    ('workplace', 'Workplace and access', 'Europe/Madrid', true),
    ('ops', 'Operations', 'Europe/Madrid', true),
    ('triage', 'Triage', 'Europe/Madrid', true)
on conflict do nothing;

insert into rota_layer (team, layer, length, unit, starts_on, handover_at)
select given.team, given.layer, 1, 'WEEKS', date '2026-01-05', time '08:00'
from (values
    ('mes-support', 1), ('mes-support', 2), ('sap-operations', 1), ('workplace', 1), ('ops', 1), ('triage', 1)
) as given (team, layer) join team on team.key = given.team and team.demo
on conflict do nothing;

-- On the second line of MES support is who comes next on the first, so nobody is on both at once.
insert into rota_place (team, layer, place, username)
select given.team, given.layer, given.place, given.username
from (values
    ('mes-support', 1, 'jonas.weber', 0), ('mes-support', 1, 'lena.hoffmann', 1), ('mes-support', 1, 'tomas.novak', 2),
    ('mes-support', 2, 'lena.hoffmann', 0), ('mes-support', 2, 'tomas.novak', 1), ('mes-support', 2, 'jonas.weber', 2),
    ('sap-operations', 1, 'priya.nair', 0), ('sap-operations', 1, 'david.moreno', 1),
    ('workplace', 1, 'samuel.okafor', 0), ('workplace', 1, 'nadia.lund', 1),
    ('ops', 1, 'david.moreno', 0), ('ops', 1, 'samuel.okafor', 1), ('ops', 1, 'priya.nair', 2),
    ('triage', 1, 'nadia.lund', 0), ('triage', 1, 'samuel.okafor', 1)
) as given (team, layer, username, place)
    join team on team.key = given.team and team.demo join person using (username)
where exists (select from rota_layer l where l.team = given.team and l.layer = given.layer)
on conflict do nothing;

insert into team_member (team, username)
select distinct rota_place.team, username from rota_place join team on team.key = rota_place.team and team.demo
on conflict do nothing;

-- So that the first sign-in finds every task in its inbox; on no rota.
insert into team_member (team, username)
select key, 'admin' from team where key in ('mes-support', 'sap-operations', 'workplace', 'ops', 'triage') and demo
on conflict do nothing;

insert into service_manager (service, username) values
    ('paint-shop-mes', 'marta.ruiz'),
    ('sap-erp', 'marta.ruiz'),
    ('badge-readers', 'marta.ruiz'),
    ('payments', 'marta.ruiz'),
    ('label-printing', 'marta.ruiz')
on conflict do nothing;
