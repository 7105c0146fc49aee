-- What the receiving engineers are taught, and that they say themselves that they understood it.

create table handover_session (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    topic text not null,
    agenda text not null,
    starts_at timestamptz not null,
    -- in which the session was arranged and is shown
    zone text not null,
    minutes int not null check (minutes between 5 and 600),
    trainer text not null references person (username),
    material text,
    arranged_by text not null,
    arranged_at timestamptz not null,
    cancelled_at timestamptz,
    cancelled_by text,
    cancelled_because text
);
create index handover_session_number on handover_session (number);

create table handover_session_receiver (
    session bigint not null references handover_session (id) on delete cascade,
    person text not null references person (username),
    -- null until the trainer has said whether this person was there
    attended boolean,
    attended_at timestamptz,
    -- when this person said to have understood
    confirmed_at timestamptz check (confirmed_at is null or attended),
    primary key (session, person)
);

create table handover_session_question (
    id bigint generated always as identity primary key,
    session bigint not null references handover_session (id) on delete cascade,
    question text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    answer text,
    answered_by text,
    answered_at timestamptz
);
create index handover_session_question_session on handover_session_question (session);

create table handover_need (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    person text not null references person (username),
    topic text not null,
    needed_by date not null,
    -- that covers it; null until one does
    session bigint references handover_session (id),
    added_by text not null,
    added_at timestamptz not null,
    unique (number, person, topic)
);

-- Handovers that were asked for before training was kept rest on evidence, as they did.
update handover_criterion set measure = 'DOCUMENT' where measure = 'TRAINING_UNCONFIRMED';
