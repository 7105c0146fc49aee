-- Mail is drained from the outbox in batches; a row is due when next_attempt_at has come. While it is being sent that is
-- the end of the lease of the node that sends it.
alter table outbox
    add column kind text not null default 'ESCALATION',
    add column urgent boolean not null default true,
    add column next_attempt_at timestamptz,
    -- the end of the recipient's quiet hours, where the mail waits for them
    add column not_before timestamptz,
    add column give_up_at timestamptz,
    add column smtp_answer text,
    -- the digest that told of it
    add column digest bigint references outbox (id);
alter table outbox alter column kind drop default, alter column urgent drop default;
update outbox set give_up_at = created_at + interval '72 hours';
alter table outbox alter column give_up_at set not null;
update outbox set next_attempt_at = created_at where state in ('PENDING', 'RETRYING', 'SENDING');
update outbox set state = 'DEAD' where state = 'FAILED';
alter table outbox add constraint outbox_state check (state in ('PENDING', 'SENDING', 'RETRYING', 'DEFERRED', 'SENT',
    'DIGESTED', 'UNWANTED', 'REFUSED', 'DEAD', 'CANCELLED'));
drop index outbox_undelivered;
create index outbox_due on outbox (next_attempt_at) where state in ('PENDING', 'RETRYING', 'SENDING');
create index outbox_deferred on outbox (not_before) where state = 'DEFERRED';
create index outbox_undelivered on outbox (id) where state in ('REFUSED', 'DEAD');
delete from scheduled_tasks where task_name = 'outbox-mail';

-- What the mail server said each time; rows are only ever added.
create table mail_attempt (
    id bigint generated always as identity primary key,
    mail bigint not null references outbox (id) on delete cascade,
    attempt int not null,
    at timestamptz not null,
    outcome text not null,
    answer text not null,
    node text not null
);
create index mail_attempt_mail on mail_attempt (mail);

-- Addresses that a mail server has refused for good and has not accepted since.
create table mail_address_problem (
    address text primary key check (address = lower(address)),
    answer text not null,
    at timestamptz not null
);

-- Which mail a person wants, and when. Who has no row wants every mail at any time.
create table mail_preference (
    username text primary key references person (username) on delete cascade,
    unwanted text[] not null,
    quiet_from time,
    quiet_until time,
    -- 1 is Monday
    quiet_days int[] not null,
    check ((quiet_from is null) = (quiet_until is null))
);

-- The limits of what people may choose.
create table mail_policy (
    kind text primary key,
    may_be_unwanted boolean not null,
    in_quiet_hours text not null check (in_quiet_hours in ('ALL', 'URGENT', 'NONE'))
);
insert into mail_policy (kind, may_be_unwanted, in_quiet_hours) values
    ('ESCALATION', false, 'URGENT'),
    ('ALL_CLEAR', true, 'URGENT'),
    ('REPORT', true, 'NONE'),
    ('DIGEST', false, 'ALL'),
    ('NOTICE', true, 'URGENT');

-- Part of every Message-ID: another installation, or this one set up anew, sends other mails under the same keys.
insert into setting (key, value) values ('mail.installation', gen_random_uuid()::text);
