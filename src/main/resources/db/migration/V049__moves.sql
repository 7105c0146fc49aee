-- Running cases that are moved to another version of their process: who asked, and what became of each case.
create table process_move (
    id bigint generated always as identity primary key,
    process_key text not null,
    definition text not null,
    version integer not null,
    asked_by text not null,
    asked_at timestamptz not null,
    stopped_by text,
    stopped_at timestamptz,
    ended_at timestamptz
);
-- One at a time for each process.
create unique index process_move_open on process_move (process_key) where ended_at is null;
create index process_move_key on process_move (process_key, asked_at desc);

create table process_move_case (
    move bigint not null references process_move on delete cascade,
    instance text not null,
    work_item text,
    from_version integer not null,
    state text not null default 'WAITING' check (state in ('WAITING', 'MOVED', 'STAYED', 'LEFT')),
    -- why it stayed: LOST where the new version has not the step that it stands at, ENDED, or REFUSED by the engine
    why text check (why in ('LOST', 'ENDED', 'REFUSED')),
    details text,
    at timestamptz,
    primary key (move, instance)
);
create index process_move_case_waiting on process_move_case (move, instance) where state = 'WAITING';
