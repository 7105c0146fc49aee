-- A project's promises of time, cost and scope are commitments of a case of its own, so that they have the same clock,
-- the same checkpoints and the same escalation as an incident's.
create sequence project_number start 1001;
create sequence project_issue_number start 1001;

alter table project
    add column work_item text unique references work_item (number),
    add column state text not null default 'ACTIVE',
    -- ISO 4217; every amount of the project is kept in it, and one of another currency with the rate it was counted by.
    add column currency char(3) not null default 'EUR',
    -- The zone whose days its dates are.
    add column zone text not null default 'UTC',
    add column starts_on date,
    add column created_at timestamptz,
    add column created_by text;

create table project_member (
    project text not null references project (key) on delete cascade,
    person text not null references person (username) on delete cascade,
    role text not null,
    primary key (project, person, role)
);

create table project_stage (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    position int not null,
    name text not null,
    baseline_start date not null,
    baseline_end date not null,
    unique (project, name)
);

create table project_milestone (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    stage bigint references project_stage (id) on delete set null,
    name text not null,
    baseline date not null,
    forecast date not null,
    actual date,
    unique (project, name)
);
create index project_milestone_project on project_milestone (project, baseline);

-- Each change of a milestone's dates; which is BASELINE, FORECAST or ACTUAL.
create table project_milestone_change (
    id bigint generated always as identity primary key,
    milestone bigint not null references project_milestone (id) on delete cascade,
    which text not null,
    was date,
    became date,
    reason text not null,
    by_whom text not null,
    at timestamptz not null
);
create index project_milestone_change_milestone on project_milestone_change (milestone, at);

-- What one milestone waits for.
create table project_dependency (
    project text not null references project (key) on delete cascade,
    before bigint not null references project_milestone (id) on delete cascade,
    after bigint not null references project_milestone (id) on delete cascade,
    lag_days int not null default 0,
    primary key (before, after)
);

-- What is to be delivered: kind is DELIVERABLE or SCOPE; state is PLANNED, DELIVERED, ACCEPTED or REMOVED.
create table project_scope_item (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    stage bigint references project_stage (id) on delete set null,
    milestone bigint references project_milestone (id) on delete set null,
    kind text not null,
    name text not null,
    description text not null default '',
    -- How much of the scope it is, beside the other items.
    weight numeric(9, 2) not null default 1,
    state text not null default 'PLANNED',
    owner text references person (username) on delete set null,
    unique (project, name)
);

-- How far a project or a stage may be beyond its baseline. The newest row of a dimension (TIME, COST, SCOPE) counts.
create table project_tolerance (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    stage bigint references project_stage (id) on delete cascade,
    dimension text not null,
    -- Days of TIME, money of COST, weight of SCOPE; null where it is a percentage of the baseline.
    amount numeric(18, 2),
    percent numeric(7, 3),
    -- TABLE or SPONSOR; who set it decides when it is exceeded.
    set_by_level text not null,
    set_by text not null,
    reason text not null,
    at timestamptz not null,
    check ((amount is null) <> (percent is null))
);
create index project_tolerance_project on project_tolerance (project, dimension, at desc);

-- How a tolerance stands: the commitments that carry it, and since when it is exceeded, which is said once.
create table project_tolerance_watch (
    tolerance bigint primary key references project_tolerance (id) on delete cascade,
    commitments bigint[] not null default '{}',
    forecast_since timestamptz,
    actual_since timestamptz
);

-- Outlooks change with the day alone. Each project is looked at once in each of its days.
alter table project add column looked_on date;
