-- What a project's manager says of it; each declaration is kept, with what was computed when it was made.
create table status_declaration (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    at timestamptz not null,
    by_whom text not null
);
create index status_declaration_project on status_declaration (project, id desc);

create table status_declared (
    declaration bigint not null references status_declaration (id) on delete cascade,
    -- TIME, COST, SCOPE or OVERALL
    aspect text not null,
    -- GREEN, AMBER or RED
    colour text not null,
    sentence text not null,
    -- null where there was nothing to compute it from
    computed text,
    reasons text[] not null default '{}',
    primary key (declaration, aspect)
);

-- A status that was declared better than computed, and what came of it. Its hours are executions of the scheduler.
create table status_contradiction (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    work_item text not null references work_item (number),
    declaration bigint not null references status_declaration (id) on delete cascade,
    aspect text not null,
    declared text not null,
    computed text not null,
    reasons text[] not null,
    author text not null,
    rule text not null,
    because text not null,
    -- from being asked until the sponsor is told, such as 2 business days
    tell_after text not null,
    since timestamptz not null,
    asked_at timestamptz,
    told_at timestamptz,
    explanation text,
    next_at timestamptz,
    ended_at timestamptz,
    -- AGREED, EXPLAINED or CLOSED
    ended_because text
);
create unique index status_contradiction_open on status_contradiction (project, aspect) where ended_at is null;
create index status_contradiction_next_at on status_contradiction (next_at) where ended_at is null;
create index status_contradiction_project on status_contradiction (project, id desc);

-- What was foreseen on a day, from what was known on it, and what came of it.
create table project_warning (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    -- TIME or COST
    aspect text not null,
    kind text not null,
    rule text not null,
    because text not null,
    day date not null,
    -- days from the start, or money: what it was foreseen to reach at least
    foreseen numeric(18, 2) not null,
    -- whether the rule still says so
    standing boolean not null default true,
    forecast numeric(18, 2) not null,
    low numeric(18, 2),
    high numeric(18, 2),
    observations int not null default 0,
    -- OPEN, RIGHT, WRONG or VOID (the project was closed before anybody could know)
    outcome text not null default 'OPEN',
    actual numeric(18, 2),
    ended_on date
);
create unique index project_warning_open on project_warning (project, aspect, kind) where outcome = 'OPEN';
create index project_warning_rule on project_warning (rule, outcome);
