create table service (
    key text primary key,
    name text not null,
    description text not null,
    tier text not null,
    team text references team (key) on delete set null,
    owner text references person (username) on delete set null,
    demo boolean not null default false
);

create table project (
    key text primary key,
    name text not null,
    description text not null,
    manager text references person (username) on delete set null,
    sponsor text references person (username) on delete set null,
    demo boolean not null default false
);

create sequence incident_number start 1001;

create table work_item (
    number text primary key,
    type text not null,
    title text not null,
    description text not null,
    state text not null,
    priority text,
    impact text,
    urgency text,
    service text,
    team text,
    owner text,
    assignee text,
    raised_at timestamptz not null,
    raised_by text not null,
    ended_at timestamptz,
    priority_reason text,
    team_reason text,
    resolution_proposed text,
    -- Where an imported case comes from; null for one of our own.
    origin text
);
create index work_item_raised_at on work_item (raised_at desc, number);
create index work_item_open on work_item (raised_at desc) where state in ('NEW', 'ACKNOWLEDGED');
create index work_item_service on work_item (service, raised_at desc);

create table timeline_event (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    at timestamptz not null,
    kind text not null,
    text text not null,
    by_whom text not null,
    reason text,
    -- What identifies an imported event at its origin, so that a second import of it changes nothing.
    origin_key text
);
create index timeline_event_work_item on timeline_event (work_item, at, id);
create unique index timeline_event_origin on timeline_event (work_item, origin_key) where origin_key is not null;

create table commitment (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    metric text not null,
    state text not null,
    started_at timestamptz not null,
    target_seconds bigint not null check (target_seconds > 0),
    checkpoints int[] not null,
    passed int not null default -1,
    ended_at timestamptz,
    rule text not null,
    because text not null,
    -- When the next checkpoint is; null when none is left. The watchdog looks for those that nobody handled.
    next_at timestamptz
);
create index commitment_work_item on commitment (work_item);
create index commitment_next_at on commitment (next_at) where next_at is not null;

create table escalation (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    commitment bigint not null references commitment (id),
    metric text not null,
    level int not null,
    audience text not null,
    at timestamptz not null,
    rule text not null,
    because text not null,
    ended_at timestamptz,
    end_reason text,
    unique (commitment, level, audience)
);
create index escalation_work_item on escalation (work_item);

create table acknowledge_link (
    token_hash bytea primary key,
    escalation bigint not null references escalation (id),
    work_item text not null references work_item (number),
    username text not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create table outbox (
    id bigint generated always as identity primary key,
    -- work item, reason, level, cycle, channel, recipient: the same is written, and so sent, once
    unique_key text not null unique,
    work_item text,
    escalation bigint references escalation (id),
    username text,
    recipient text not null,
    subject text not null,
    body_text text not null,
    body_html text not null,
    message_id text not null,
    state text not null,
    attempts int not null default 0,
    problem text,
    created_at timestamptz not null,
    sent_at timestamptz
);
create index outbox_escalation on outbox (escalation);
create index outbox_work_item on outbox (work_item);
create index outbox_undelivered on outbox (created_at) where state in ('PENDING', 'RETRYING');

create table alert (
    id bigint generated always as identity primary key,
    source text not null,
    group_key text not null,
    fingerprint text not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    status text not null,
    labels jsonb not null,
    annotations jsonb not null,
    work_item text not null references work_item (number),
    received_at timestamptz not null,
    -- When the tool said that somebody there has taken it on.
    acknowledged_at timestamptz,
    unique (source, fingerprint, starts_at)
);
create index alert_work_item on alert (work_item);

-- The incident that a group's alerts were last put on, and how many alerts of it the tool last left out.
create table alert_group (
    source text not null,
    group_key text not null,
    work_item text not null references work_item (number),
    truncated int not null default 0,
    primary key (source, group_key)
);

-- Incidents raised under a key of the sender's, so that a request sent twice raises one.
create table raised_once (
    by_whom text not null,
    key text not null,
    request_hash text not null,
    work_item text not null references work_item (number),
    created_at timestamptz not null,
    primary key (by_whom, key)
);

create table import_mapping (
    key text primary key,
    name text not null,
    mapping jsonb not null,
    created_at timestamptz not null,
    created_by text not null
);

create table import_run (
    id bigint generated always as identity primary key,
    file_name text not null,
    file_hash text not null,
    mapping text not null,
    state text not null,
    rows_read bigint not null default 0,
    items bigint not null default 0,
    events bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    started_at timestamptz not null,
    -- When the last batch was committed: a run that stands still for long is continued by another node.
    progress_at timestamptz not null,
    ended_at timestamptz,
    started_by text not null,
    problem text
);

-- The uploaded file in parts, so that any node can continue a run; gone when the run has ended.
create table import_file (
    import_run bigint not null references import_run (id) on delete cascade,
    part int not null,
    bytes bytea not null,
    primary key (import_run, part)
);

-- What an imported case looked like at its latest event, so that the next one can say what changed.
create table import_case (
    work_item text primary key references work_item (number),
    last_at timestamptz not null,
    last_sequence bigint not null,
    last_values jsonb not null
);

create table import_refusal (
    import_run bigint not null references import_run (id) on delete cascade,
    line bigint not null,
    reason text not null,
    row_text text not null,
    primary key (import_run, line)
);

create table inbox_item (
    id text primary key,
    key text not null,
    name text not null,
    work_item text not null references work_item (number),
    team text,
    role text,
    assignee text,
    created_at timestamptz not null,
    claimed_at timestamptz,
    -- When the case owes something next; the inbox is sorted by it.
    due_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    outcome text
);
create index inbox_item_work_item on inbox_item (work_item);
create index inbox_item_assignee on inbox_item (assignee, due_at) where ended_at is null;
create index inbox_item_team on inbox_item (team, due_at) where ended_at is null;
create index inbox_item_role on inbox_item (role, due_at) where ended_at is null;
create index inbox_item_ended_by on inbox_item (ended_by, ended_at desc);
