-- Root-cause analyses and the corrective actions that come of them. Both are cases of their own beside the incident.
create sequence rca_number start 1001;
create sequence action_number start 1001;

-- What tells an incident's kind apart: service, name of the alert, tags. Only incidents with an alert have one.
create table incident_signature (
    work_item text primary key references work_item (number),
    signature text not null,
    raised_at timestamptz not null
);
create index incident_signature_signature on incident_signature (signature, raised_at);

create table rca (
    number text primary key references work_item (number),
    incident text not null references work_item (number),
    status text not null check (status in ('DRAFTING', 'REVIEW', 'APPROVED', 'DELIVERED', 'PROVEN', 'SKIPPED')),
    signature text,
    demanded_at timestamptz not null,
    submitted_by text,
    approved_by text,
    delivered_at timestamptz,
    skip_asked_by text,
    skip_reason text,
    skip_agreed_by text
);
create index rca_signature on rca (signature) where signature is not null;
create index rca_open on rca (demanded_at desc);

-- The incidents that an analysis is about: the one that demanded it, and those that repeated it too soon.
create table rca_incident (
    incident text primary key references work_item (number),
    rca text not null references rca (number),
    repeated boolean not null,
    -- the corrective action that was overdue when the incident was raised
    overdue_action text
);
create index rca_incident_rca on rca_incident (rca);
create index rca_incident_preventable on rca_incident (incident) where overdue_action is not null;

create table rca_reason (
    id bigint generated always as identity primary key,
    rca text not null references rca (number),
    rule text not null,
    because text not null,
    incident text not null,
    at timestamptz not null,
    unique (rca, incident, rule, because)
);

-- Every text that a section ever had; the newest counts. Nothing is changed or removed.
create table rca_text (
    rca text not null references rca (number),
    section text not null,
    version int not null check (version > 0),
    text text not null,
    drafted boolean not null,
    by_whom text not null,
    at timestamptz not null,
    primary key (rca, section, version)
);

-- The five whys as a tree; a leaf points at an event of the timeline or at a corrective action.
create table rca_why (
    id bigint generated always as identity primary key,
    rca text not null references rca (number),
    parent bigint references rca_why (id) on delete cascade,
    text text not null,
    event bigint references timeline_event (id),
    action text references work_item (number)
);
create index rca_why_rca on rca_why (rca);
create index rca_why_parent on rca_why (parent);

-- Whoever wrote any of it does not approve it.
create table rca_author (
    rca text not null references rca (number),
    username text not null,
    primary key (rca, username)
);

create table rca_comment (
    id bigint generated always as identity primary key,
    rca text not null references rca (number),
    at timestamptz not null,
    by_whom text not null,
    text text not null
);
create index rca_comment_rca on rca_comment (rca);

-- The analysis as it was sent to review, returned or approved.
create table rca_version (
    rca text not null references rca (number),
    version int not null check (version > 0),
    verb text not null check (verb in ('SUBMITTED', 'RETURNED', 'APPROVED')),
    document jsonb not null,
    reason text,
    by_whom text not null,
    at timestamptz not null,
    primary key (rca, version)
);
create function rca_version_stays() returns trigger language plpgsql as $$
begin
    raise exception 'Version % of % is kept as it was.', old.version, old.rca;
end $$;
create trigger rca_version_stays before update or delete on rca_version
    for each row execute function rca_version_stays();

create table corrective_action (
    number text primary key references work_item (number),
    rca text not null references rca (number),
    status text not null check (status in ('OPEN', 'DONE', 'EFFECTIVE', 'INEFFECTIVE')),
    due_at timestamptz,
    done_at timestamptz,
    done_by text,
    done_note text
);
create index corrective_action_rca on corrective_action (rca);
create index corrective_action_open on corrective_action (due_at) where status = 'OPEN';

-- How long a corrective action that is done must stay without a repeat; watched as all timed work.
create table quiet_window (
    id bigint generated always as identity primary key,
    -- the analysis, which is locked before its actions
    work_item text not null references rca (number),
    action text not null references corrective_action (number),
    days int not null,
    rule text not null,
    started_at timestamptz not null,
    next_at timestamptz,
    ended_at timestamptz,
    outcome text
);
create index quiet_window_next_at on quiet_window (next_at) where ended_at is null;
create index quiet_window_action on quiet_window (action);

create table if not exists outbox_attachment (
    mail bigint not null references outbox (id) on delete cascade,
    position int not null,
    name text not null,
    type text not null,
    content bytea not null,
    primary key (mail, position)
);
