-- A top-up that failed after its quote was redeemed gives it back; until fx-service has taken it, it is told again and again.
ALTER TABLE top_ups ADD COLUMN holds_quote INTEGER NOT NULL DEFAULT 0
    CHECK (holds_quote IN (0, 1) AND (holds_quote = 0 OR (status = 'FAILED' AND quote IS NOT NULL)));

CREATE INDEX failed_top_ups_with_a_quote_by_time ON top_ups (ask_again_at) WHERE holds_quote = 1;
