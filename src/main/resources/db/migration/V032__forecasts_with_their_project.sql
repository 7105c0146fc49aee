-- A project that is deleted takes its assumptions and the forecasts that rest on them with it, in whatever order.
alter table service_forecast alter constraint service_forecast_units_fkey deferrable initially deferred;
alter table service_forecast alter constraint service_forecast_growth_fkey deferrable initially deferred;
alter table service_forecast alter constraint service_forecast_rate_fkey deferrable initially deferred;
alter table service_price_change alter constraint service_price_change_percent_fkey deferrable initially deferred;
