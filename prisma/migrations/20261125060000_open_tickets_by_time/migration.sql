-- Whom service knows by name: customers of the open tickets, the latest first.
CREATE INDEX service_tickets_open_by_time ON service_tickets (opened_at DESC) WHERE closed_at IS NULL;
