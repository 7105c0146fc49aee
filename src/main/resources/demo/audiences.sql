insert into service_audience (service, audience, language, people, teams, addresses)
select service.key, given.audience, given.language, given.people, given.teams, given.addresses
from (values
    ('paint-shop-mes', 'USERS', 'en', array[]::text[], array[]::text[], array['paint-shop@demo.relevo.invalid']),
    ('paint-shop-mes', 'MANAGEMENT', 'en', array['clara.brandt'], array[]::text[], array['plant-management@demo.relevo.invalid']),
    ('paint-shop-mes', 'SUPPLIERS', 'es', array[]::text[], array[]::text[], array['mes-vendor@demo.relevo.invalid']),
    ('sap-erp', 'USERS', 'en', array[]::text[], array[]::text[], array['sap-users@demo.relevo.invalid']),
    ('sap-erp', 'MANAGEMENT', 'en', array['clara.brandt'], array[]::text[], array[]::text[])
) as given (service, audience, language, people, teams, addresses) join service on service.key = given.service and service.demo
on conflict do nothing;

insert into status_service (service)
select key from service where key in ('paint-shop-mes', 'sap-erp') and demo
on conflict do nothing;
