-- The end of an incident's quiet time is watched as all time-driven work is: by a row with an id, and when it is due.
alter table case_closing
    add column id bigint generated always as identity unique,
    add column next_at timestamptz generated always as (case when closed_at is null then quiet_until end) stored,
    add column ended_at timestamptz generated always as (closed_at) stored;
create index case_closing_next_at on case_closing (next_at) where ended_at is null;

-- Executions were named after the incident.
update scheduled_tasks s
set task_instance = c.id::text
from case_closing c
where s.task_name = 'case-closing' and s.task_instance = c.work_item;
delete from scheduled_tasks
where task_name = 'case-closing' and task_instance !~ '^[0-9]+$';
