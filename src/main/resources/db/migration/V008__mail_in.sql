-- Every mail that was read, and what became of it. The key is what makes it the same mail: it is handled once.
create table mail_in (
    id bigint generated always as identity primary key,
    key text not null unique,
    message_id text,
    sender text not null,
    subject text not null,
    size bigint not null,
    received_at timestamptz not null,
    outcome text not null,
    reason text not null,
    work_item text references work_item (number),
    answered boolean not null default false,
    attempts int not null default 1
);
create index mail_in_received_at on mail_in (received_at desc, id desc);
create index mail_in_sender on mail_in (sender, received_at);

-- How the reading of a mailbox goes, for whoever looks, on whichever node.
create table mail_in_mailbox (
    name text primary key,
    read_at timestamptz,
    failures int not null default 0,
    down_since timestamptz,
    problem text
);

create index outbox_message_id on outbox (message_id);
