-- What was answered to a request that must have its effect once; kept for at least 30 days.
CREATE TABLE idempotent_requests (
    caller          TEXT    NOT NULL,
    idempotency_key TEXT    NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
    fingerprint     TEXT    NOT NULL,
    status          INTEGER,
    location        TEXT,
    body            TEXT,
    resource        TEXT,
    created_at      INTEGER NOT NULL,
    PRIMARY KEY (caller, idempotency_key),
    CHECK ((status IS NULL) <> (resource IS NULL))
) STRICT;
