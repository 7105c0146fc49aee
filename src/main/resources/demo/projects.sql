insert into project (key, name, description, manager, sponsor, demo) values
    ('atlas', 'Atlas', 'Moves the plants to one manufacturing execution system, beginning with the paint shop.', 'ines.castro', 'clara.brandt', true),
    ('gatehouse', 'Gatehouse', 'Replaces the badge readers at all gates and connects them to the personnel records.', 'paul.fischer', 'clara.brandt', true)
on conflict do nothing;
