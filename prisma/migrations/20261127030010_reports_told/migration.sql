-- Which reports came to somebody's chat of late: a comment that names none is of the last of them (R40).
CREATE INDEX deliveries_reports_told ON deliveries (user_id, run_at) WHERE notice IN ('reportSubmitted', 'reportCommented');
