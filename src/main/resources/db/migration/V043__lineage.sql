-- What incidents of a service trace to that was handed over, and what that cost.

-- What people add to a cause so that incidents can be compared with it.
create table handover_mark (
    number text not null references handover (number) on delete cascade,
    -- a mark of a waiver is one of its criterion, and so of each waiver of it
    kind text not null check (kind in ('WAIVER', 'ISSUE', 'DELIVERY')),
    -- key of the criterion, number of the issue, id of the delivery
    reference text not null,
    components text not null default '',
    tags text not null default '',
    by_whom text not null,
    at timestamptz not null,
    primary key (number, kind, reference)
);

create table handover_trace (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    incident text not null references work_item (number),
    kind text not null check (kind in ('WAIVER', 'ISSUE', 'DELIVERY')),
    -- id of the waiver, number of the issue, id of the delivery
    reference text not null,
    -- its title, as it was when this was proposed
    cause text not null,
    status text not null check (status in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    rule text not null,
    because text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    reason text,
    unique (number, incident, kind, reference)
);
create index handover_trace_incident on handover_trace (incident);
create index handover_trace_confirmed on handover_trace (number) where status = 'CONFIRMED';

-- What the sponsor was told of the debt of a handover, and when.
create table handover_debt (
    number text primary key references handover (number) on delete cascade,
    -- the set of confirmed traces has changed since the last report
    changed boolean not null default false,
    reported_on date,
    -- since when it is beyond its tolerance; null while it is not
    beyond_since timestamptz,
    beyond_rule text,
    beyond_because text,
    -- the exception report, or else the issue, that was opened for it
    reopened text
);

-- Why a report was demanded although the project keeps to its tolerance; null for every other.
alter table exception_report add column reopened_because text;

-- The service and the time by which the page of its lineage reads incidents are indexed already; these are not.
create index if not exists handover_service on handover (service, live_at desc);
