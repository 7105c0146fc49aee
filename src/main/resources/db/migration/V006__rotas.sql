-- One line of call of a team: its places take turns, each for so many hours, days or weeks.
create table rota_layer (
    team text not null references team (key) on delete cascade,
    layer int not null check (layer between 1 and 9),
    length int not null check (length > 0),
    unit text not null check (unit in ('HOURS', 'DAYS', 'WEEKS')),
    -- The first place takes over on this day at this time on the wall in the team's zone.
    starts_on date not null,
    handover_at time not null,
    -- When the layer is staffed, such as 'Mon-Fri 08:00-18:00', one window a line; blank for always.
    windows text not null default '',
    primary key (team, layer)
);

create table rota_place (
    team text not null,
    layer int not null,
    place int not null,
    username text not null references person (username) on delete cascade,
    primary key (team, layer, place),
    unique (team, layer, username),
    foreign key (team, layer) references rota_layer (team, layer) on delete cascade
);
create index rota_place_username on rota_place (username);

-- Two people who exchange shifts: asked by one, then accepted or declined by the other.
create table rota_swap (
    id bigint generated always as identity primary key,
    team text not null references team (key) on delete cascade,
    asker text not null references person (username) on delete cascade,
    asker_layer int not null,
    asker_from timestamptz not null,
    asker_to timestamptz not null,
    other text not null references person (username) on delete cascade,
    other_layer int not null,
    other_from timestamptz not null,
    other_to timestamptz not null,
    reason text not null,
    state text not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    asked_at timestamptz not null,
    asked_by text not null,
    answered_at timestamptz,
    answered_by text
);
create index rota_swap_team on rota_swap (team, state);

-- Somebody who stands in for whose turn it is; where several do at once, the latest entry counts.
create table stand_in (
    id bigint generated always as identity primary key,
    team text not null references team (key) on delete cascade,
    layer int not null,
    username text not null references person (username) on delete cascade,
    from_at timestamptz not null,
    to_at timestamptz not null,
    -- The exchange it belongs to; null where it is a plain override.
    swap bigint references rota_swap (id) on delete cascade,
    reason text not null,
    made_at timestamptz not null,
    made_by text not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (from_at < to_at)
);
create index stand_in_to on stand_in (to_at) where withdrawn_at is null;

create table absence (
    id bigint generated always as identity primary key,
    username text not null references person (username) on delete cascade,
    from_at timestamptz not null,
    to_at timestamptz not null,
    reason text not null,
    made_at timestamptz not null,
    made_by text not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    check (from_at < to_at)
);
create index absence_to on absence (to_at) where withdrawn_at is null;

-- The secret address of a person's on-call calendar, of which only the hash is kept.
create table calendar_address (
    username text primary key references person (username) on delete cascade,
    token_hash bytea not null unique,
    made_at timestamptz not null
);

-- Counts the changes of a team's layers, so that two who edit them at once notice.
alter table team add column rota_version bigint not null default 0;

insert into rota_layer (team, layer, length, unit, starts_on, handover_at)
select key, 1, 1, 'WEEKS', rota_from, handover_at
from team
where rota_from is not null and handover_at is not null
    and exists (select from team_member where team = key and rota_place is not null);

insert into rota_place (team, layer, place, username)
select team, 1, row_number() over (partition by team order by rota_place, username) - 1, username
from team_member join rota_layer using (team)
where team_member.rota_place is not null;

alter table team drop column rota_from, drop column handover_at;
alter table team_member drop column rota_place;
