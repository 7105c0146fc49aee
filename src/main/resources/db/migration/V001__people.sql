create table person (
    username text primary key check (username = lower(username)),
    name text not null,
    mail text not null,
    password_hash text not null,
    zone text not null,
    language text not null default 'en',
    manager text references person (username),
    enabled boolean not null default true,
    demo boolean not null default false,
    created_at timestamptz not null
);

create table person_role (
    username text not null references person (username) on delete cascade,
    role text not null,
    primary key (username, role)
);

create table team (
    key text primary key,
    name text not null,
    zone text not null,
    demo boolean not null default false,
    -- The weekly rota: from rota_from on, at handover_at in the team's zone, the next of those on the rota takes over.
    rota_from date,
    handover_at time
);

create table team_member (
    team text not null references team (key) on delete cascade,
    username text not null references person (username) on delete cascade,
    -- The place on the rota, counted from 0; null where the member is not on it.
    rota_place int,
    primary key (team, username)
);
create index team_member_username on team_member (username);

create table service_manager (
    service text not null,
    username text not null references person (username) on delete cascade,
    primary key (service, username)
);

create table api_token (
    id bigint generated always as identity primary key,
    name text not null unique,
    token_hash bytea not null unique,
    scopes text[] not null,
    created_at timestamptz not null,
    created_by text not null,
    revoked_at timestamptz,
    demo boolean not null default false
);

create table sign_in_failure (
    id bigint generated always as identity primary key,
    username text not null,
    address text not null,
    at timestamptz not null
);
create index sign_in_failure_at on sign_in_failure (at);
