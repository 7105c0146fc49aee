-- Issues of projects: what happened that costs time, money or scope, and what is done about it.
create sequence project_action_number start 1001;

create table project_issue (
    number text primary key references work_item (number),
    project text not null references project (key) on delete cascade,
    -- PERSON, RISK or TOLERANCE: where it comes from
    source text not null,
    risk bigint,
    tolerance bigint,
    -- RAISED, ASSESSED, ALIGNING, ANALYSING, PLANNING, APPROVAL, WATCHING, CLOSED or WITHDRAWN
    status text not null,
    -- what it takes of the project, if nothing is done: days, money in the project's currency, weight of scope
    days int,
    cost numeric(18, 2),
    scope numeric(18, 2),
    impact text not null default '',
    severity text,
    severity_because text,
    cause text not null default '',
    meeting_at timestamptz,
    meeting_minutes int,
    meeting_link text not null default '',
    positions_by timestamptz,
    approver text,
    approved_by text,
    -- SOLVED or ACCEPTED, and why the rest is accepted
    outcome text,
    outcome_reason text,
    ended_at timestamptz
);
create index project_issue_project on project_issue (project, number desc);
create unique index project_issue_tolerance on project_issue (tolerance) where tolerance is not null and ended_at is null;
create unique index project_issue_risk on project_issue (risk) where risk is not null;

-- What each party says of it.
create table project_issue_position (
    issue text not null references project_issue (number) on delete cascade,
    person text not null,
    -- AGREES, CONDITIONS or DISAGREES; null until they have said so
    stance text,
    words text not null default '',
    at timestamptz,
    primary key (issue, person)
);

create table project_issue_action (
    number text primary key references work_item (number),
    issue text not null references project_issue (number) on delete cascade,
    title text not null,
    owner text not null,
    due_on date not null,
    effect text not null default '',
    -- how much of the impact it takes away
    effect_days int not null default 0,
    effect_cost numeric(18, 2) not null default 0,
    effect_scope numeric(18, 2) not null default 0,
    -- OPEN, DONE or DROPPED
    status text not null,
    note text not null default '',
    ended_by text,
    ended_at timestamptz
);
create index project_issue_action_issue on project_issue_action (issue);
