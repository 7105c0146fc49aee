-- Incidents that rules propose as a P1, and what a person said to that. What was rejected is not proposed again for the
-- same rule.
create table major_candidate (
    id bigint generated always as identity primary key,
    work_item text not null references work_item on delete cascade,
    rule text not null,
    because text not null,
    proposed_at timestamptz not null,
    verdict text check (verdict in ('ACCEPTED', 'REJECTED')),
    decided_at timestamptz,
    decided_by text,
    decided_because text,
    unique (work_item, rule),
    check ((verdict is null) = (decided_at is null))
);

-- A resolved case waits here until somebody confirms it, until it is opened again, or until its quiet time is over.
create table case_closing (
    work_item text primary key references work_item on delete cascade,
    resolved_at timestamptz not null,
    quiet_until timestamptz not null,
    reopen_until timestamptz not null,
    because text not null,
    closed_at timestamptz
);
