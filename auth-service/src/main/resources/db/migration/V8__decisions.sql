-- Removals of second factors are now decisions of two administrators, like everything else that gives or takes power.
INSERT INTO decisions (id, kind, subject, details, reason, requested_by, requested_by_name, requested_at, expires_at,
                       status, decided_by, decided_by_name, decided_at, alone)
SELECT r.id,
       'TOTP_REMOVAL',
       r.user_id,
       '{"username":"' || people.username || '"}',
       r.reason,
       r.requested_by,
       askers.username,
       r.requested_at,
       r.expires_at,
       CASE WHEN r.status = 'REMOVED' THEN 'CONFIRMED'
            WHEN r.status = 'LAPSED' THEN 'EXPIRED'
            WHEN r.status = 'REFUSED' AND r.decided_by = r.requested_by THEN 'WITHDRAWN'
            ELSE r.status END,
       r.decided_by,
       deciders.username,
       r.decided_at,
       0
FROM totp_removals r
JOIN users people ON people.id = r.user_id
JOIN users askers ON askers.id = r.requested_by
LEFT JOIN users deciders ON deciders.id = r.decided_by;

DROP TABLE totp_removals;

-- Whether an administrator has seen somebody's recovery code: such a one must not outlive a promotion.
ALTER TABLE users ADD COLUMN recovery_code_seen INTEGER NOT NULL DEFAULT 0 CHECK (recovery_code_seen IN (0, 1));

UPDATE users SET recovery_code_seen = 1
WHERE EXISTS (SELECT 1 FROM security_events issued
              WHERE issued.subject = users.id AND issued.kind = 'RECOVERY_CODE_ISSUED'
                AND NOT EXISTS (SELECT 1 FROM security_events used
                                WHERE used.subject = users.id AND used.kind = 'ACCESS_RECOVERED' AND used.id > issued.id));
