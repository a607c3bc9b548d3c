ALTER TABLE users ADD COLUMN suspended_at INTEGER;

-- A password that somebody else has seen, such as the first administrator's, opens no administration.
ALTER TABLE users ADD COLUMN password_is_one_time INTEGER NOT NULL DEFAULT 0 CHECK (password_is_one_time IN (0, 1));
UPDATE users SET password_is_one_time = 1 WHERE administrator = 1;

ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT 'Unknown device' CHECK (length(device) BETWEEN 1 AND 60);
ALTER TABLE sessions ADD COLUMN second_factor INTEGER NOT NULL DEFAULT 0 CHECK (second_factor IN (0, 1));

-- Who did what to whom, from where, and with what result. Actor and subject are users or machine clients.
DROP INDEX security_events_of_a_user;
ALTER TABLE security_events RENAME TO earlier_events;

CREATE TABLE security_events (
    id      TEXT    PRIMARY KEY,
    at      INTEGER NOT NULL,
    kind    TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    result  TEXT    NOT NULL CHECK (result IN ('SUCCEEDED', 'REFUSED')),
    actor   TEXT    CHECK (length(actor) BETWEEN 1 AND 64),
    subject TEXT    CHECK (length(subject) BETWEEN 1 AND 64),
    address TEXT    CHECK (length(address) BETWEEN 1 AND 64),
    detail  TEXT    CHECK (length(detail) <= 200)
) STRICT;

INSERT INTO security_events (id, at, kind, result, subject, detail)
SELECT id, at, kind,
       CASE WHEN kind IN ('LOGIN_FAILED', 'RECOVERY_FAILED', 'PIN_WRONG', 'PIN_LOCKED', 'PASSWORD_WRONG')
            THEN 'REFUSED' ELSE 'SUCCEEDED' END,
       user_id, detail
FROM earlier_events;

DROP TABLE earlier_events;

CREATE INDEX security_events_about ON security_events (subject, id);
CREATE INDEX security_events_by ON security_events (actor, id);
CREATE INDEX security_events_of_a_kind ON security_events (kind, id);

CREATE TRIGGER security_events_are_never_changed BEFORE UPDATE ON security_events
BEGIN
    SELECT RAISE(ABORT, 'a security event is never changed');
END;

CREATE TRIGGER security_events_are_never_deleted BEFORE DELETE ON security_events
BEGIN
    SELECT RAISE(ABORT, 'a security event is never deleted');
END;
