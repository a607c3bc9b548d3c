-- Answers that showed a secret, for whoever repeats the request because its answer got lost. Each is sealed with a key
-- that only the same request can make again, and its name is a keyed hash of the caller and their Idempotency-Key.
CREATE TABLE kept_answers (
    name       BLOB    PRIMARY KEY CHECK (length(name) = 32),
    caller     TEXT    NOT NULL CHECK (length(caller) BETWEEN 1 AND 80),
    subject    TEXT    NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
    sealed     BLOB    NOT NULL,
    mismatches INTEGER NOT NULL DEFAULT 0 CHECK (mismatches BETWEEN 0 AND 4),
    kept_until INTEGER NOT NULL
) STRICT;

CREATE INDEX kept_answers_by_caller ON kept_answers (caller);
CREATE INDEX kept_answers_by_subject ON kept_answers (subject);
CREATE INDEX kept_answers_in_time ON kept_answers (kept_until);

-- No answer outlives what it shows. Whatever replaces, ends or uses somebody's secret is recorded in the audit in the same
-- write, before a new answer is kept; and whoever gave an approval has read the answer that showed them their PIN.
CREATE TRIGGER a_kept_answer_shows_no_dead_secret AFTER INSERT ON security_events
WHEN NEW.kind IN (
    'PASSWORD_CHANGED', 'ACCESS_RECOVERED', 'RECOVERY_CODE_ISSUED', 'ADMINISTRATOR_RESET',
    'PIN_RESET', 'PIN_RESET_FORCED', 'PIN_LOCKED', 'APPROVAL_GIVEN',
    'TOTP_ENROLLED', 'TOTP_CONFIRMED', 'TOTP_DISABLED', 'TOTP_REMOVED',
    'RECOVERY_CODE_USED', 'RECOVERY_CODES_REPLACED',
    'USER_SUSPENDED', 'ROLES_CHANGED',
    'CLIENT_SECRET_REMOVED', 'CLIENT_DISABLED')
BEGIN
    DELETE FROM kept_answers WHERE subject = NEW.subject OR caller = NEW.subject;
END;
