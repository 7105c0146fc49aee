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

insert into team (key, name, zone, demo, rota_from, handover_at) values
    ('mes-support', 'MES support', 'Europe/Madrid', true, '2026-01-05', '08:00'),
    ('sap-operations', 'SAP operations', 'Europe/Madrid', true, '2026-01-05', '08:00'),
    ('workplace', 'Workplace and access', 'Europe/Madrid', true, '2026-01-05', '08:00'),
    ('ops', 'Operations', 'Europe/Madrid', true, '2026-01-05', '08:00'),
    ('triage', 'Triage', 'Europe/Madrid', true, '2026-01-05', '08:00')
on conflict do nothing;

insert into team_member (team, username, rota_place)
select given.team, given.username, given.place
from (values
    ('mes-support', 'jonas.weber', 0), ('mes-support', 'lena.hoffmann', 1), ('mes-support', 'tomas.novak', 2),
    ('sap-operations', 'priya.nair', 0), ('sap-operations', 'david.moreno', 1),
    ('workplace', 'samuel.okafor', 0), ('workplace', 'nadia.lund', 1),
    ('ops', 'david.moreno', 0), ('ops', 'samuel.okafor', 1), ('ops', 'priya.nair', 2),
    ('triage', 'nadia.lund', 0), ('triage', 'samuel.okafor', 1),
    -- So that the first sign-in finds every task in its inbox; on no rota.
    ('mes-support', 'admin', null), ('sap-operations', 'admin', null), ('workplace', 'admin', null),
    ('ops', 'admin', null), ('triage', 'admin', null)
) as given (team, username, place) join team on team.key = given.team and team.demo join person using (username)
on conflict do nothing;

insert into service_manager (service, username) values
    ('paint-shop-mes', 'marta.ruiz'),
    ('sap-erp', 'marta.ruiz'),
    ('badge-readers', 'marta.ruiz'),
    ('payments', 'marta.ruiz'),
    ('label-printing', 'marta.ruiz')
on conflict do nothing;
