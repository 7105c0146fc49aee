-- What a project told management of a period, as it stood on the day it was issued.
create table progress_report (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    -- counts up within the project
    number int not null,
    from_day date not null,
    until_day date not null,
    summary text not null,
    -- the tables in each language, and the points of the chart
    content jsonb not null,
    issued_at timestamptz not null,
    issued_by text not null,
    unique (project, number)
);

create sequence request_number start 1001;

-- A report that management asks for.
create table report_request (
    number text primary key references work_item (number),
    project text not null references project (key) on delete cascade,
    asked_by text not null,
    asked_at timestamptz not null,
    from_day date not null,
    until_day date not null,
    question text not null,
    -- ASKED, ANSWERED, DECLINED or WITHDRAWN
    state text not null,
    reason text,
    report bigint references progress_report (id) on delete set null,
    ended_at timestamptz
);
create index report_request_project on report_request (project, asked_at desc);
