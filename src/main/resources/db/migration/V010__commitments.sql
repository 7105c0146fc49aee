-- Commitments count by calendars, stand still on hold, and stand side by side by agreement.
alter table commitment
    add agreement text not null default 'SLA',
    add tier text,
    -- business days, where the target is not working time
    add target_days int,
    add holdable boolean not null default false,
    -- since when it counts by which revision of which calendar, and why; empty: around the clock
    add terms jsonb not null default '[]',
    -- when it stood still, why, and by whom
    add holds jsonb not null default '[]',
    -- counted up whenever its target, start or hold changes so that checkpoints that had passed lie ahead again
    add cycle int not null default 1,
    -- when it will be missed, as far as is known; while it is on hold, as if the hold ended when it was last looked at
    add due_at timestamptz,
    -- an amount with a tolerance, where it does not count time
    add baseline numeric,
    add tolerance numeric,
    add amount numeric,
    add unit text,
    alter target_seconds drop not null;
update commitment set due_at = started_at + target_seconds * interval '1 second';
alter table commitment add check (num_nonnulls(target_seconds, target_days, tolerance) = 1);
create index commitment_held on commitment (work_item) where ended_at is null;

-- What an amount was when somebody reported it.
create table commitment_reading (
    id bigint generated always as identity primary key,
    commitment bigint not null references commitment (id),
    amount numeric not null,
    at timestamptz not null,
    by_whom text not null,
    note text
);
create index commitment_reading_commitment on commitment_reading (commitment, at);

-- Who counts by which calendar.
create table calendar_use (
    kind text not null check (kind in ('SERVICE', 'TEAM', 'PERSON', 'CONTRACT')),
    -- the service's key, the team's key or the username; for a contract, the key of the service it supplies
    subject text not null,
    calendar text not null,
    demo boolean not null default false,
    primary key (kind, subject)
);

-- One escalation per commitment, cycle and policy; what it will do is frozen when it starts.
drop index escalation_work_item;
alter table escalation rename to escalation_before_policies;
alter table acknowledge_link drop constraint acknowledge_link_escalation_fkey;
alter table outbox drop constraint outbox_escalation_fkey;

create table escalation (
    id bigint primary key,
    work_item text not null references work_item (number),
    commitment bigint not null references commitment (id),
    cycle int not null,
    agreement text not null,
    metric text not null,
    policy text not null,
    rule text not null,
    because text not null,
    rule_book_version int,
    started_at timestamptz not null,
    ladder jsonb not null,
    -- how often it began anew after an acknowledgement
    round int not null default 1,
    next_at timestamptz,
    -- why it waits, where it does
    waiting text,
    acknowledged_at timestamptz,
    acknowledged_by text,
    ended_at timestamptz,
    end_reason text,
    unique (commitment, cycle, policy)
);
create index escalation_work_item on escalation (work_item);
create index escalation_next_at on escalation (next_at) where next_at is not null;
create sequence escalation_id owned by escalation.id;

-- What was done at a level, and what was not, with the reason.
create table escalation_step (
    id bigint generated always as identity primary key,
    escalation bigint not null references escalation (id),
    round int not null,
    level int not null,
    -- 0 when the level is reached, then one more for each reminder
    reminder int not null,
    audience text not null,
    due_at timestamptz not null,
    done_at timestamptz not null,
    late boolean not null,
    told text[] not null,
    outcome text not null,
    unique (escalation, round, level, reminder, audience)
);

insert into escalation (id, work_item, commitment, cycle, agreement, metric, policy, rule, because, started_at, ladder,
        ended_at, end_reason)
    select min(id), work_item, commitment, 1, 'SLA', metric, 'before policies', min(rule), min(because), min(at),
        '{"rungs": [], "giveUpAt": null, "repeat": null}', coalesce(max(ended_at), now()),
        coalesce(max(end_reason), 'its levels were decided one by one before there were policies')
    from escalation_before_policies group by work_item, commitment, metric;
select setval('escalation_id', (select coalesce(max(id), 0) + 1 from escalation_before_policies), false);
update outbox o set escalation = (
    select min(b.id) from escalation_before_policies b, escalation_before_policies mine
    where mine.id = o.escalation and b.commitment = mine.commitment) where escalation is not null;
update acknowledge_link l set escalation = (
    select min(b.id) from escalation_before_policies b, escalation_before_policies mine
    where mine.id = l.escalation and b.commitment = mine.commitment);
drop table escalation_before_policies;
alter table acknowledge_link add foreign key (escalation) references escalation (id);
alter table outbox add foreign key (escalation) references escalation (id);

-- While it lasts, escalations about a service, or about all of them, wait.
create table maintenance_window (
    id bigint generated always as identity primary key,
    service text,
    from_at timestamptz not null,
    to_at timestamptz not null check (to_at > from_at),
    because text not null,
    by_whom text not null,
    created_at timestamptz not null,
    ended_at timestamptz
);
create index maintenance_window_to_at on maintenance_window (to_at);
