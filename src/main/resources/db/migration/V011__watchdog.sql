-- Time-driven work that its scheduled execution did not do in time, and that the watchdog did instead.
create table watchdog_fault (
    id bigint generated always as identity primary key,
    -- by the database's clock, as is how late it was
    at timestamptz not null,
    kind text not null,
    subject bigint not null,
    work_item text not null,
    due_at timestamptz not null,
    late_ms bigint not null,
    node text not null,
    unique (kind, subject, due_at)
);
create index watchdog_fault_at on watchdog_fault (at desc);

-- The nodes that run, or ran until a short while ago.
create table node (
    name text primary key,
    version text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    clock_offset_ms bigint not null,
    works boolean not null
);
