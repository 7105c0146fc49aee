insert into service (key, name, description, tier, team, owner, rate_per_hour, rate_currency, demo, lifecycle) values
    ('paint-shop-mes', 'Paint shop MES', 'Steers and records every body that passes the paint shop. Without it the line stops.', 'gold', 'mes-support', 'marta.ruiz', 42000.00, 'EUR', true, 'OPERATIONAL'),
    ('sap-erp', 'SAP ERP', 'Orders, material and finance of all plants.', 'gold', 'sap-operations', 'marta.ruiz', 18500.00, 'EUR', true, 'OPERATIONAL'),
    ('badge-readers', 'Badge readers', 'Doors and time recording at the gates and in the halls.', 'silver', 'workplace', 'marta.ruiz', null, null, true, 'OPERATIONAL'),
    ('payments', 'Dealer payments', 'Takes and books what dealers pay for cars and parts.', 'gold', 'ops', 'marta.ruiz', 9000.00, 'USD', true, 'OPERATIONAL'),
    ('label-printing', 'Label printing', 'Prints the labels of parts and boxes in the warehouse.', 'bronze', 'workplace', 'marta.ruiz', null, null, true, 'OPERATIONAL')
on conflict do nothing;
