-- When a node's scheduler last carried an execution of a task out, so that each node's watchdog can tell a backlog that is
-- being worked through from a scheduler that stands still.
create table task_progress (
    task text not null,
    node text not null,
    at timestamptz not null,
    primary key (task, node)
);
