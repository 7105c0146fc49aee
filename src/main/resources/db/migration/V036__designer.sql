-- Processes as admins draw them: drafts with every state that was saved, what was said of them, and what was deployed of them.
create table process_draft (
    id bigint generated always as identity primary key,
    process_key text not null,
    name text not null,
    -- the deployed version that it began from, if any
    based_on integer,
    state text not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'DEPLOYED', 'DISCARDED')),
    version integer not null default 1,
    reason text,
    submitted_by text,
    decided_by text,
    decision text,
    locked_by text,
    locked_at timestamptz,
    changed_by text not null,
    changed_at timestamptz not null
);
create index process_draft_key on process_draft (process_key, changed_at desc);
create index process_draft_changed on process_draft (changed_at desc);

create table process_draft_version (
    draft bigint not null references process_draft on delete cascade,
    version integer not null,
    xml text not null,
    sha256 text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    note text,
    primary key (draft, version)
);

create table process_draft_comment (
    id bigint generated always as identity primary key,
    draft bigint not null references process_draft on delete cascade,
    version integer not null,
    by_whom text not null,
    at timestamptz not null,
    text text not null
);
create index process_draft_comment_draft on process_draft_comment (draft, id);

-- What people deployed. What Relevo brings itself has no row here.
create table process_release (
    process_key text not null,
    version integer not null,
    draft bigint references process_draft on delete set null,
    draft_version integer,
    sha256 text not null,
    reason text not null,
    author text not null,
    approver text not null,
    deployed_by text not null,
    deployed_at timestamptz not null,
    -- the version whose model it took up again
    rolled_back_to integer,
    primary key (process_key, version)
);
