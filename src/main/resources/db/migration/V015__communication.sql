-- Who hears of incidents of a service, and how.
create table service_audience (
    service text not null references service (key) on delete cascade,
    audience text not null check (audience in ('USERS', 'MANAGEMENT', 'CUSTOMERS', 'SUPPLIERS')),
    -- in which language drafts for it are written
    language text not null check (language in ('en', 'es')),
    people text[] not null,
    teams text[] not null,
    addresses text[] not null,
    primary key (service, audience)
);

-- Where updates are posted. The address is a secret: whoever knows it can post there too.
create table webhook (
    id bigint generated always as identity primary key,
    service text not null references service (key) on delete cascade,
    audience text not null check (audience in ('USERS', 'MANAGEMENT', 'CUSTOMERS', 'SUPPLIERS')),
    name text not null,
    form text not null check (form in ('SLACK', 'TEAMS')),
    -- sealed, where there is a key
    address text not null,
    -- as far as it may be shown
    shown text not null,
    disabled_at timestamptz,
    disabled_because text,
    removed_at timestamptz
);
create index webhook_service on webhook (service, audience);

-- What was told of an incident. Nothing of it is ever changed.
create table incident_update (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    -- counted from 1 for each incident; the same update sent twice is one
    number int not null,
    at timestamptz not null,
    by_whom text not null,
    -- how the incident stood, so that the next draft can say what has changed since
    state text not null,
    priority text,
    -- whether it was the one that was owed; the next one counts from it
    owed boolean not null,
    unique (work_item, number)
);
create index incident_update_at on incident_update (at);

create table incident_update_text (
    update_id bigint not null references incident_update (id),
    audience text not null,
    language text not null,
    subject text not null,
    body text not null,
    -- the names of people in it, which the public status page leaves out
    names text[] not null,
    primary key (update_id, audience)
);

-- Who got an update by mail; what became of it stands in the outbox under the key.
create table incident_update_mail (
    update_id bigint not null references incident_update (id),
    audience text not null,
    username text,
    recipient text not null,
    mail_key text not null,
    primary key (update_id, recipient)
);

-- Who gets an update by webhook. A delivery has one scheduled execution until it ends.
create table webhook_delivery (
    id bigint generated always as identity primary key,
    update_id bigint not null references incident_update (id),
    work_item text not null references work_item (number),
    audience text not null,
    webhook bigint references webhook (id) on delete set null,
    webhook_name text not null,
    state text not null check (state in ('PENDING', 'RETRYING', 'SENT', 'DEAD', 'CANCELLED')),
    attempts int not null default 0,
    created_at timestamptz not null,
    next_at timestamptz,
    ended_at timestamptz,
    -- what the other side answered last
    answer text,
    unique (update_id, webhook)
);
create index webhook_delivery_open on webhook_delivery (next_at) where ended_at is null;

-- Every attempt with its answer.
create table webhook_attempt (
    id bigint generated always as identity primary key,
    delivery bigint not null references webhook_delivery (id),
    attempt int not null,
    at timestamptz not null,
    -- the HTTP status; null where there was no answer
    status int,
    answer text not null
);
create index webhook_attempt_delivery on webhook_attempt (delivery);

-- Which services the status page shows.
create table status_service (
    service text primary key references service (key) on delete cascade
);

-- The secret address of the public status page; without a row there is none. One row at most.
create table status_address (
    one boolean primary key default true check (one),
    secret_hash text not null,
    made_at timestamptz not null,
    made_by text not null,
    -- whether it says numbers of cases; whether it says names of people
    numbers boolean not null default false,
    names boolean not null default false
);
