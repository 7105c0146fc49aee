-- The crisis room: who leads, what was agreed in meetings, what is thought of the root cause, what keeps things going.
create table crisis_role (
    work_item text not null references work_item (number),
    role text not null check (role in ('INCIDENT_MANAGER', 'TECHNICAL_LEAD', 'COMMUNICATIONS')),
    username text not null references person (username),
    since timestamptz not null,
    by_whom text not null,
    primary key (work_item, role)
);

-- What was sent from a form under a key of the form's, so that a form sent twice says it once.
create table crisis_once (
    work_item text not null references work_item (number),
    key text not null,
    at timestamptz not null,
    primary key (work_item, key)
);

create table crisis_meeting (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    -- The identity of the invitation in everybody's calendar, and how often it was changed.
    uid text not null unique default gen_random_uuid()::text,
    sequence int not null default 0,
    state text not null check (state in ('CALLED', 'ENDED', 'CANCELLED')),
    called_at timestamptz not null,
    called_by text not null,
    starts_at timestamptz not null,
    minutes int not null check (minutes between 5 and 480),
    link text check (link like 'https://%'),
    ended_at timestamptz,
    ended_by text
);
create index crisis_meeting_work_item on crisis_meeting (work_item, starts_at);
-- One meeting is ahead at a time: whoever calls it twice called it once.
create unique index crisis_meeting_called on crisis_meeting (work_item) where state = 'CALLED';

create table crisis_participant (
    meeting bigint not null references crisis_meeting (id),
    username text not null references person (username),
    attended boolean,
    primary key (meeting, username)
);

-- Agenda, findings and decisions of a meeting in every version; a version is written once.
create table crisis_text (
    meeting bigint not null references crisis_meeting (id),
    part text not null check (part in ('AGENDA', 'FINDINGS', 'DECISIONS')),
    version int not null,
    text text not null,
    at timestamptz not null,
    by_whom text not null,
    primary key (meeting, part, version)
);

create table crisis_action (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    meeting bigint references crisis_meeting (id),
    text text not null,
    owner text not null references person (username),
    due_at timestamptz not null,
    created_at timestamptz not null,
    created_by text not null,
    ended_at timestamptz,
    ended_by text,
    outcome text check (outcome in ('DONE', 'DROPPED')),
    check ((ended_at is null) = (outcome is null))
);
create index crisis_action_work_item on crisis_action (work_item);

create table crisis_hypothesis (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    text text not null,
    state text not null check (state in ('OPEN', 'CONFIRMED', 'REFUTED')),
    stated_at timestamptz not null,
    stated_by text not null,
    decided_at timestamptz,
    decided_by text,
    because text
);
create index crisis_hypothesis_work_item on crisis_hypothesis (work_item);

create table crisis_evidence (
    id bigint generated always as identity primary key,
    hypothesis bigint not null references crisis_hypothesis (id),
    supports boolean not null,
    text text not null,
    at timestamptz not null,
    by_whom text not null
);
create index crisis_evidence_hypothesis on crisis_evidence (hypothesis);

create table crisis_workaround (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    text text not null,
    effect text not null,
    side_effects text not null,
    version int not null default 1,
    deployed_at timestamptz not null,
    deployed_by text not null,
    noted_at timestamptz not null,
    noted_by text not null,
    risk text,
    risk_accepted_at timestamptz,
    risk_accepted_by text,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdrawn_because text
);
create index crisis_workaround_work_item on crisis_workaround (work_item);

-- A shift's summary, signed by the one who leaves. It is accepted or not, and never changed.
create table crisis_handover (
    id bigint generated always as identity primary key,
    work_item text not null references work_item (number),
    summary text not null,
    from_username text not null references person (username),
    to_username text not null references person (username),
    roles text[] not null,
    signed_at timestamptz not null,
    accepted_at timestamptz
);
create index crisis_handover_work_item on crisis_handover (work_item);
create function refuse_handover_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.accepted_at is null and new.accepted_at is not null
            and (to_jsonb(new) - 'accepted_at') = (to_jsonb(old) - 'accepted_at') then
        return new;
    end if;
    raise exception 'a signed hand-over is kept unchanged';
end $$;
create trigger crisis_handover_kept before update or delete on crisis_handover
    for each row execute function refuse_handover_change();

-- An invitation travels with its calendar object.
alter table outbox add column calendar text;
insert into mail_policy (kind, may_be_unwanted, in_quiet_hours) values ('INVITATION', false, 'ALL');
