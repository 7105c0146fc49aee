-- When a node's scheduler last carried an execution of a task out, so that each node's watchdog can tell a backlog that is
-- being worked through from a scheduler that stands still.
create table task_progress (
    task text not null,
    node text not null,
    at timestamptz not null,
    primary key (task, node)
);

-- The Message-ID of the mail that a mail answers.
alter table outbox add column answers text;

-- Mails that could not be handled, as they came, so that they can be tried again.
create table mail_in_kept (
    mail_in bigint primary key references mail_in (id) on delete cascade,
    bytes bytea not null,
    too_large boolean not null,
    kept_at timestamptz not null
);
