-- What an hour costs in which a service does not work, for those who know.
alter table service
    add rate_per_hour numeric(12, 2) check (rate_per_hour > 0),
    add rate_currency text check (rate_currency ~ '^[A-Z]{3}$'),
    add constraint service_rate check ((rate_per_hour is null) = (rate_currency is null));

-- Whom and what an incident affects, beside the service that it was raised for.
create table incident_impact (
    work_item text primary key references work_item (number),
    services text[] not null,
    sites text[] not null,
    users int check (users >= 0),
    in_words text not null,
    -- counted up with every change, so that two who edit at once notice
    version int not null
);

-- How cases belong together: from_item is, for instance, a DUPLICATE_OF to_item.
create table work_item_link (
    from_item text not null references work_item (number),
    to_item text not null references work_item (number),
    kind text not null,
    at timestamptz not null,
    by_whom text not null,
    because text not null,
    primary key (from_item, to_item, kind),
    check (from_item <> to_item)
);
create unique index work_item_link_one_original on work_item_link (from_item) where kind = 'DUPLICATE_OF';
create index work_item_link_to on work_item_link (to_item, kind);
