-- What a project may cost. Amounts are in the project's currency, to two digits; what was agreed in another one is kept
-- beside them with the rate it was counted by (project currency for one of the other) and that rate's date.
create table money_line (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    stage bigint references project_stage (id) on delete set null,
    code text not null,
    name text not null,
    -- CAPEX or OPEX
    kind text not null,
    unique (project, code)
);

-- A line's month: what was promised, and what is planned as things stand.
create table money_cell (
    project text not null references project (key) on delete cascade,
    line bigint not null references money_line (id) on delete cascade,
    -- the first of the month
    period date not null,
    quantity numeric(18, 4) not null default 0,
    budget numeric(18, 2) not null default 0,
    plan_quantity numeric(18, 4) not null default 0,
    plan numeric(18, 2) not null default 0,
    currency char(3) not null,
    original numeric(18, 2) not null default 0,
    rate numeric(18, 8) not null default 1,
    rate_on date,
    primary key (line, period)
);
create index money_cell_project on money_cell (project, period);

create table money_order (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    line bigint references money_line (id) on delete set null,
    number text not null,
    supplier text not null,
    description text not null default '',
    ordered_on date not null,
    amount numeric(18, 2) not null,
    currency char(3) not null,
    original numeric(18, 2) not null,
    rate numeric(18, 8) not null default 1,
    rate_on date,
    unique (project, number)
);

create table money_import (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    file text not null,
    at timestamptz not null,
    by_whom text not null,
    booked int not null,
    unchanged int not null
);
create index money_import_project on money_import (project, id desc);

-- Rows that were not booked, as they were, with what to do about each field.
create table money_import_refused (
    import bigint not null references money_import (id) on delete cascade,
    line int not null,
    text text not null,
    problem text not null,
    primary key (import, line)
);

create table money_actual (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    -- null where no line has a budget for it
    line bigint references money_line (id) on delete set null,
    reference text not null,
    day date not null,
    -- null where it was not counted
    quantity numeric(18, 4),
    amount numeric(18, 2) not null,
    currency char(3) not null,
    original numeric(18, 2) not null,
    rate numeric(18, 8) not null default 1,
    rate_on date,
    order_number text,
    supplier text not null default '',
    description text not null default '',
    import bigint references money_import (id) on delete set null,
    at timestamptz not null,
    by_whom text not null,
    unique (project, reference)
);
create index money_actual_project on money_actual (project, day);

create table money_delivery (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    line bigint references money_line (id) on delete set null,
    milestone bigint references project_milestone (id) on delete set null,
    supplier text not null,
    item text not null,
    amount numeric(18, 2) not null,
    promised date not null,
    delivered date
);
create index money_delivery_project on money_delivery (project, promised);

create table money_promise (
    id bigint generated always as identity primary key,
    delivery bigint not null references money_delivery (id) on delete cascade,
    promised date not null,
    reason text not null,
    by_whom text not null,
    at timestamptz not null
);
create index money_promise_delivery on money_promise (delivery, id);

create table work_package (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    stage bigint references project_stage (id) on delete set null,
    name text not null,
    budget numeric(18, 2) not null,
    -- ZERO_HUNDRED, FIFTY_FIFTY, PERCENT or MILESTONES
    method text not null,
    starts_on date not null,
    ends_on date not null,
    unique (project, name)
);

create table work_package_step (
    id bigint generated always as identity primary key,
    package bigint not null references work_package (id) on delete cascade,
    name text not null,
    weight numeric(9, 2) not null,
    planned date not null,
    reached date,
    unique (package, name)
);

create table work_package_progress (
    package bigint not null references work_package (id) on delete cascade,
    day date not null,
    percent numeric(5, 2) not null,
    note text not null default '',
    by_whom text not null,
    at timestamptz not null,
    primary key (package, day)
);
