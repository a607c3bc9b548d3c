-- Adjustments are now kept where everything is that takes two administrators: what was asked for, and what became of it.
INSERT INTO decisions (id, kind, subject, details, reason, requested_by, requested_by_name, requested_at, expires_at,
                       status, decided_by, decided_by_name, decided_at, alone)
SELECT a.id,
       'ADJUSTMENT',
       a.owner,
       '{"amount":' || a.amount || CASE WHEN a.corrects IS NULL THEN '' ELSE ',"corrects":"' || a.corrects || '"' END || '}',
       a.reason,
       a.requested_by,
       a.requested_by_name,
       a.requested_at,
       a.expires_at,
       CASE WHEN d.state IS NULL THEN 'AWAITING_CONFIRMATION' WHEN d.state = 'BOOKED' THEN 'CONFIRMED' ELSE d.state END,
       d.decided_by,
       d.decided_by_name,
       d.decided_at,
       CASE WHEN d.state = 'BOOKED' AND d.decided_by = a.requested_by THEN 1 ELSE 0 END
FROM adjustments a LEFT JOIN adjustment_decisions d ON d.adjustment = a.id;

DROP TABLE adjustment_decisions;
DROP TABLE adjustments;
