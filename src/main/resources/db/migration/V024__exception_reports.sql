-- What a project reports to those who decide, when it does not keep to a tolerance or will not. A case of its own beside
-- the project's.
create sequence exception_number start 1001;

create table exception_report (
    number text primary key references work_item (number),
    project text not null references project (key) on delete cascade,
    -- the tolerance that counted when the report was last looked at
    tolerance bigint not null references project_tolerance (id) on delete cascade,
    -- null for the whole project
    stage bigint references project_stage (id) on delete cascade,
    dimension text not null,
    status text not null check (status in ('WRITING', 'SUBMITTED', 'DECIDED', 'WITHDRAWN')),
    -- SPONSOR or PROJECT_MANAGER
    decides text not null,
    -- What the rules demanded, which stays as it was: how soon, by whose calendar, and why.
    demand jsonb not null,
    forecast_only boolean not null,
    baseline numeric(18, 2) not null,
    allowed numeric(18, 2) not null,
    actual numeric(18, 2) not null,
    forecast numeric(18, 2) not null,
    because text not null,
    demanded_at timestamptz not null,
    -- the last one who submitted it; null where nobody ever did
    submitted_by text,
    submitted_at timestamptz,
    -- OPTION or CLOSE
    verdict text check (verdict in ('OPTION', 'CLOSE')),
    chosen bigint,
    decided_by text,
    decided_at timestamptz,
    -- why it was decided so, or why it was withdrawn
    reason text,
    -- the tolerance that the sponsor set after the decision
    new_tolerance bigint references project_tolerance (id) on delete set null
);
create index exception_report_project on exception_report (project, demanded_at desc);
-- One report at a time about one tolerance.
create unique index exception_report_open on exception_report (project, coalesce(stage, 0), dimension)
    where status in ('WRITING', 'SUBMITTED');

-- Every text that a section ever had; the newest counts. Nothing is changed or removed.
create table exception_text (
    report text not null references exception_report (number) on delete cascade,
    section text not null,
    version int not null check (version > 0),
    text text not null,
    drafted boolean not null,
    by_whom text not null,
    at timestamptz not null,
    primary key (report, section, version)
);

create table exception_option (
    id bigint generated always as identity primary key,
    report text not null references exception_report (number) on delete cascade,
    title text not null,
    -- With this option, the project ends so many days after its baseline, and costs so much more than its budget.
    days int not null,
    cost numeric(18, 2) not null,
    scope text not null default '',
    risks text not null default '',
    recommended boolean not null default false,
    -- still as Relevo drafted it from the figures
    drafted boolean not null default false,
    version int not null default 1
);
create index exception_option_report on exception_option (report, id);

-- The report as it was submitted, returned or decided.
create table exception_version (
    report text not null references exception_report (number) on delete cascade,
    version int not null check (version > 0),
    verb text not null check (verb in ('SUBMITTED', 'RETURNED', 'DECIDED')),
    document jsonb not null,
    reason text,
    by_whom text not null,
    at timestamptz not null,
    primary key (report, version)
);
