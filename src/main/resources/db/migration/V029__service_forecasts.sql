-- An assumption may be about a number, which forecasts then rest on.
alter table project_assumption add column value numeric(18, 4);

-- What a service will cost by month: so many units, at a rate, growing, with changes of the price.
create table service_forecast (
    id bigint generated always as identity primary key,
    project text not null references project (key) on delete cascade,
    name text not null,
    -- the budget line that it is planned on
    line bigint not null references money_line (id) on delete cascade,
    -- the first of the month
    first_month date not null,
    months int not null check (months between 1 and 60),
    units bigint not null references project_assumption (id),
    growth bigint references project_assumption (id),
    rate bigint not null references project_assumption (id),
    unique (project, name)
);

create table service_price_change (
    forecast bigint not null references service_forecast (id) on delete cascade,
    from_month date not null,
    percent bigint not null references project_assumption (id),
    primary key (forecast, from_month)
);
