-- Where a service stands in its life; those that were there are in operation.
alter table service
    add column lifecycle text not null default 'OPERATIONAL'
        check (lifecycle in ('PLANNED', 'EARLY_LIFE_SUPPORT', 'OPERATIONAL', 'RETIRED'));

create table service_lifecycle (
    id bigint generated always as identity primary key,
    service text not null references service (key) on delete cascade,
    at timestamptz not null,
    by_whom text not null,
    lifecycle text not null,
    because text not null
);
create index service_lifecycle_service on service_lifecycle (service, id);

-- What was agreed of a service, with its customers, between teams and with its suppliers.
create table service_agreement (
    id bigint generated always as identity primary key,
    service text not null references service (key) on delete cascade,
    kind text not null check (kind in ('SLA', 'OLA', 'SUPPLIER')),
    name text not null,
    party text not null,
    -- percent of a month
    availability numeric(6, 3) check (availability > 0 and availability <= 100),
    valid_from date not null,
    valid_until date,
    notice_days int check (notice_days between 1 and 1000),
    document text,
    check (valid_until >= valid_from)
);
create index service_agreement_service on service_agreement (service);

create table service_agreement_target (
    agreement bigint not null references service_agreement (id) on delete cascade,
    priority text not null,
    metric text not null check (metric in ('RESPONSE', 'RESOLUTION')),
    -- working time in ISO 8601, or business days
    target text not null,
    primary key (agreement, priority, metric)
);

create table service_dependency (
    service text not null references service (key) on delete cascade,
    uses text not null references service (key) on delete cascade,
    purpose text not null,
    primary key (service, uses),
    check (service <> uses)
);
create index service_dependency_uses on service_dependency (uses);

-- What a month of operation costs from a day on.
create table service_cost (
    id bigint generated always as identity primary key,
    service text not null references service (key) on delete cascade,
    valid_from date not null,
    amount numeric(14, 2) not null check (amount >= 0),
    -- what was set aside for a month, in the same currency
    budget numeric(14, 2) check (budget >= 0),
    currency text not null,
    note text not null,
    agreed_by text,
    agreed_at timestamptz,
    unique (service, valid_from),
    check ((agreed_by is null) = (agreed_at is null))
);

create table service_runbook (
    id bigint generated always as identity primary key,
    service text not null references service (key) on delete cascade,
    title text not null,
    link text not null
);
create index service_runbook_service on service_runbook (service);

create table service_runbook_drill (
    id bigint generated always as identity primary key,
    runbook bigint not null references service_runbook (id) on delete cascade,
    held_on date not null,
    by_whom text not null,
    note text not null
);
create index service_runbook_drill_runbook on service_runbook_drill (runbook, held_on desc);
