-- Both are few among many, and administrators look for them.
CREATE INDEX administrators ON users (id) WHERE administrator = 1;
CREATE INDEX suspended_users ON users (id) WHERE suspended_at IS NOT NULL;

-- Who could do something as an administrator right now.
CREATE VIEW able_administrators AS
SELECT users.id
FROM users JOIN authenticators ON authenticators.user_id = users.id
WHERE users.administrator = 1 AND users.suspended_at IS NULL AND authenticators.confirmed_at IS NOT NULL;

-- Taking somebody's second factor away needs two administrators, when there are two.
CREATE TABLE totp_removals (
    id           TEXT    PRIMARY KEY,
    user_id      TEXT    NOT NULL REFERENCES users (id),
    requested_by TEXT    NOT NULL REFERENCES users (id),
    reason       TEXT    NOT NULL CHECK (length(reason) BETWEEN 3 AND 140),
    status       TEXT    NOT NULL CHECK (status IN ('AWAITING_CONFIRMATION', 'REMOVED', 'REFUSED', 'LAPSED')),
    requested_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL CHECK (expires_at > requested_at),
    decided_by   TEXT    REFERENCES users (id),
    decided_at   INTEGER,
    CHECK ((status = 'AWAITING_CONFIRMATION') = (decided_at IS NULL)),
    CHECK ((status IN ('REMOVED', 'REFUSED')) = (decided_by IS NOT NULL)),
    CHECK (status <> 'REMOVED' OR decided_by <> requested_by)
) STRICT;

CREATE UNIQUE INDEX one_open_totp_removal_per_user ON totp_removals (user_id) WHERE status = 'AWAITING_CONFIRMATION';
