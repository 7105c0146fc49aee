-- Risks of projects and the assumptions that they rest on.
create table project_risk (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    title text not null,
    description text not null default '',
    -- 1 to 5
    probability int not null check (probability between 1 and 5),
    impact int not null check (impact between 1 and 5),
    owner text not null,
    -- AVOID, TRANSFER, REDUCE or ACCEPT
    response text not null,
    response_text text not null default '',
    residual_probability int not null check (residual_probability between 1 and 5),
    residual_impact int not null check (residual_impact between 1 and 5),
    -- the day from which it may happen
    proximity date,
    trigger text not null default '',
    -- OPEN, CLOSED or OCCURRED
    state text not null default 'OPEN',
    -- the issue that it became
    issue text
);
create index project_risk_project on project_risk (project, state);

create table project_assumption (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    text text not null,
    owner text not null,
    source text not null,
    -- the last day on which it may be relied on
    valid_until date not null,
    -- whole or decimal percent by which it may be wrong
    tolerance numeric(7, 2),
    -- VALID or WRONG; whether it has expired follows from its day
    state text not null default 'VALID',
    -- for which last day its owner was asked whether it still holds
    asked_for date
);
create index project_assumption_project on project_assumption (project, valid_until);

-- What was changed of either, by whom and why.
create table project_raid_change (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    -- RISK or ASSUMPTION
    kind text not null,
    entry bigint not null,
    at timestamptz not null,
    by_whom text not null,
    text text not null
);
create index project_raid_change_entry on project_raid_change (kind, entry, id);
