-- A calendar's key; what it says is in its revisions.
create table calendar (
    key text primary key check (key ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$'),
    demo boolean not null default false,
    -- Kept for the sums that were made with it, but no longer offered.
    retired_at timestamptz
);

-- One state of a calendar, whole: name, zone, schedules, days that differ, national holidays, ICS. Never updated.
create table calendar_revision (
    id bigint generated always as identity primary key,
    calendar text not null references calendar (key),
    number int not null check (number > 0),
    content jsonb not null,
    created_at timestamptz not null,
    created_by text not null,
    why text not null,
    unique (calendar, number)
);

insert into calendar (key) values ('always');
insert into calendar_revision (calendar, number, content, created_at, created_by, why)
values ('always', 1, '{"name": "Around the clock", "zone": "UTC", "schedule": "mon-sun 00:00-24:00", "holidays": "", "country": "", "region": "", "ics": ""}',
        now(), 'relevo', 'Comes with Relevo');
