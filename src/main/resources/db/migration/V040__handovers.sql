-- Handovers: a project hands a service over to operations, by evidence.

create sequence handover_number start 1001;

create table handover (
    number text primary key references work_item (number),
    project text not null references project (key) on delete cascade,
    service text not null references service (key) on delete cascade,
    status text not null check (status in ('PLANNING', 'PREPARING', 'READY', 'ACCEPTED', 'EARLY_LIFE', 'OPERATIONAL', 'ROLLED_BACK')),
    -- what is handed over and what is not
    scope text not null,
    -- the team of the project that helps during early life support
    project_team text references team (key) on delete set null,
    go_live_on date,
    -- planned days of early life support; null before the plan
    early_life_days int check (early_life_days between 1 and 365),
    -- what the gate said last, and why
    verdict text check (verdict in ('GO', 'CONDITIONAL_GO', 'NO_GO')),
    verdict_rule text,
    verdict_because text,
    verdict_at timestamptz,
    requested_by text not null,
    requested_at timestamptz not null,
    live_at timestamptz,
    ended_at timestamptz
);
create index handover_project on handover (project);
create unique index handover_one_open on handover (service) where status not in ('OPERATIONAL', 'ROLLED_BACK');

create table handover_criterion (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    key text not null,
    title text not null,
    measure text not null,
    need text not null,
    at_limit int not null,
    owner_side text not null,
    -- why it was chosen
    because text not null,
    owner text references person (username) on delete set null,
    due_on date,
    days_before int not null,
    met boolean not null default false,
    figure numeric,
    -- what was found when it was last looked at, in words
    said text not null default '',
    met_rule text,
    looked_at timestamptz,
    unique (number, key)
);

create table handover_evidence (
    id bigint generated always as identity primary key,
    criterion bigint not null references handover_criterion (id) on delete cascade,
    at timestamptz not null,
    by_whom text not null,
    text text not null,
    link text,
    -- withdrawn evidence stays readable and no longer counts
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_because text
);
create index handover_evidence_criterion on handover_evidence (criterion, at);

create table handover_waiver (
    id bigint generated always as identity primary key,
    criterion bigint not null references handover_criterion (id) on delete cascade,
    reason text not null,
    owner text not null,
    granted_by text not null,
    granted_at timestamptz not null,
    -- the last day on which it counts
    expires_on date not null,
    ended_at timestamptz,
    ended_by text
);
create index handover_waiver_criterion on handover_waiver (criterion);
create unique index handover_waiver_one on handover_waiver (criterion) where ended_at is null;

-- Who accepted what, and when.
create table handover_signature (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    gate text not null,
    verdict text not null,
    by_whom text not null,
    at timestamptz not null,
    reason text not null
);
create index handover_signature_number on handover_signature (number, at);

-- Incidents that were raised as a drill.
create table handover_drill (
    incident text primary key references work_item (number),
    number text not null references handover (number) on delete cascade,
    by_whom text not null,
    at timestamptz not null
);

-- What moved from the project to operations with the service; the cases themselves keep their history.
create table handover_moved (
    number text not null references handover (number) on delete cascade,
    kind text not null check (kind in ('ISSUE', 'RISK', 'ACTION', 'WORKAROUND', 'KNOWN_ERROR')),
    reference text not null,
    title text not null,
    address text not null,
    owner text,
    at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    primary key (number, kind, reference)
);
