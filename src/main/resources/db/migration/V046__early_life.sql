-- Early life support: each day as the rules judged it when it was over, who said that users can work, and extensions.
create table early_life_day (
    number text not null references handover (number) on delete cascade,
    day date not null,
    missed int not null,
    incidents int not null,
    severe int not null,
    -- how many days before its end somebody last said that users can work; null where nobody did
    stated int,
    overdue int not null,
    held boolean not null,
    -- what it fails for, as criteria, and in words
    fails text[] not null,
    because text not null,
    judged_at timestamptz not null,
    primary key (number, day)
);

create table early_life_statement (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    workable boolean not null,
    text text not null,
    by_whom text not null,
    at timestamptz not null
);
create index early_life_statement_number on early_life_statement (number, at);

create table early_life_extension (
    id bigint generated always as identity primary key,
    number text not null references handover (number) on delete cascade,
    days int not null check (days between 1 and 365),
    cost numeric not null,
    currency text not null,
    reason text not null,
    by_whom text not null,
    at timestamptz not null
);
create index early_life_extension_number on early_life_extension (number, at);
