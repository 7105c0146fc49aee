create table rule_book_version (
    version int primary key,
    hash text not null unique,
    files jsonb not null,
    source text not null,
    created_at timestamptz not null,
    created_by text not null,
    quarantined_at timestamptz,
    quarantined_because text
);

create table rule_book_activation (
    id bigint generated always as identity primary key,
    version int not null references rule_book_version (version),
    at timestamptz not null,
    by_whom text not null
);

create table decision_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    topic text not null,
    work_item text,
    version int not null references rule_book_version (version),
    facts jsonb not null,
    decisions jsonb not null,
    fired text[] not null
);
create index decision_log_work_item on decision_log (work_item);
