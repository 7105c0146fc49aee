-- Sums that the money of a project is shown by, kept so that a page with many lines opens at once. They follow from
-- money_cell and money_actual alone, and what changes those changes them in the same transaction.

-- What was promised, is planned and was spent in each month; every change adds its difference.
create table money_month (
    project text not null references project (key) on delete cascade,
    month date not null,
    budget numeric(20, 2) not null default 0,
    plan numeric(20, 2) not null default 0,
    spent numeric(20, 2) not null default 0,
    -- how many cells and payments are in it: a month without any is none
    entries bigint not null default 0,
    primary key (project, month)
);

-- What a line sums to in one month of the project. The sums hold on the days from since to until, as long as the line
-- did not change again: changed counts its changes, counted is the one that the sums were taken after.
create table money_sum (
    line bigint primary key references money_line (id) on delete cascade,
    project text not null references project (key) on delete cascade,
    changed bigint not null default 1,
    counted bigint not null default 0,
    month date,
    since date,
    until date,
    budgeted numeric(22, 4) not null default 0,
    budget numeric(20, 2) not null default 0,
    to_date numeric(20, 2) not null default 0,
    used numeric(22, 4) not null default 0,
    uncounted numeric(20, 2) not null default 0,
    spent numeric(20, 2) not null default 0,
    remaining numeric(20, 2) not null default 0,
    to_come numeric(22, 4) not null default 0
);
create index money_sum_project on money_sum (project);
create index money_actual_line on money_actual (line, day);
create index money_actual_without_line on money_actual (project) where line is null;

-- A line that is deleted with its project leaves payments without a line for a moment: nothing is kept for them then.
create function money_cells_entered() returns trigger language plpgsql as $$
begin
    insert into money_month as kept (project, month, budget, plan, entries)
        select project, period, sum(budget), sum(plan), count(*) from entered
        where exists (select from project p where p.key = entered.project) group by project, period order by 1, 2
        on conflict (project, month) do update set budget = kept.budget + excluded.budget,
            plan = kept.plan + excluded.plan, entries = kept.entries + excluded.entries;
    insert into money_sum as kept (line, project) select distinct line, project from entered
        where exists (select from money_line l where l.id = entered.line) order by line
        on conflict (line) do update set changed = kept.changed + 1;
    return null;
end $$;

create function money_cells_left() returns trigger language plpgsql as $$
begin
    perform 1 from money_month where (project, month) in (select project, period from left_out)
        order by project, month for update;
    update money_month as kept set budget = kept.budget - gone.budget, plan = kept.plan - gone.plan,
            entries = kept.entries - gone.entries
        from (select project, period, sum(budget) budget, sum(plan) plan, count(*) entries
            from left_out group by project, period) gone
        where kept.project = gone.project and kept.month = gone.period;
    perform 1 from money_sum where line in (select line from left_out) order by line for update;
    update money_sum as kept set changed = kept.changed + 1 where line in (select line from left_out);
    return null;
end $$;

create function money_actuals_entered() returns trigger language plpgsql as $$
begin
    insert into money_month as kept (project, month, spent, entries)
        select project, date_trunc('month', day::timestamp)::date, sum(amount), count(*)
        from entered
        where exists (select from project p where p.key = entered.project) group by 1, 2 order by 1, 2
        on conflict (project, month) do update set spent = kept.spent + excluded.spent,
            entries = kept.entries + excluded.entries;
    insert into money_sum as kept (line, project)
        select distinct line, project from entered
        where exists (select from money_line l where l.id = entered.line) order by line
        on conflict (line) do update set changed = kept.changed + 1;
    return null;
end $$;

create function money_actuals_left() returns trigger language plpgsql as $$
begin
    perform 1 from money_month
        where (project, month) in (select project, date_trunc('month', day::timestamp)::date from left_out)
        order by project, month for update;
    update money_month as kept set spent = kept.spent - gone.spent, entries = kept.entries - gone.entries
        from (select project, date_trunc('month', day::timestamp)::date as month, sum(amount) spent, count(*) entries
            from left_out group by 1, 2) gone
        where kept.project = gone.project and kept.month = gone.month;
    perform 1 from money_sum where line in (select line from left_out) order by line for update;
    update money_sum as kept set changed = kept.changed + 1 where line in (select line from left_out);
    return null;
end $$;

create trigger money_cell_inserted after insert on money_cell
    referencing new table as entered for each statement execute function money_cells_entered();
create trigger money_cell_deleted after delete on money_cell
    referencing old table as left_out for each statement execute function money_cells_left();
create trigger money_cell_updated_from after update on money_cell
    referencing old table as left_out for each statement execute function money_cells_left();
create trigger money_cell_updated_to after update on money_cell
    referencing new table as entered for each statement execute function money_cells_entered();
create trigger money_actual_inserted after insert on money_actual
    referencing new table as entered for each statement execute function money_actuals_entered();
create trigger money_actual_deleted after delete on money_actual
    referencing old table as left_out for each statement execute function money_actuals_left();
create trigger money_actual_updated_from after update on money_actual
    referencing old table as left_out for each statement execute function money_actuals_left();
create trigger money_actual_updated_to after update on money_actual
    referencing new table as entered for each statement execute function money_actuals_entered();

insert into money_month (project, month, budget, plan, spent, entries)
    select project, month, sum(budget), sum(plan), sum(spent), sum(entries) from (
        select project, period as month, sum(budget) budget, sum(plan) plan, 0 spent, count(*) entries
        from money_cell group by 1, 2
        union all
        select project, date_trunc('month', day::timestamp)::date, 0, 0, sum(amount), count(*)
        from money_actual group by 1, 2) all_months
    group by project, month;
insert into money_sum (line, project)
    select id, project from money_line l
    where exists (select from money_cell c where c.line = l.id) or exists (select from money_actual a where a.line = l.id);
