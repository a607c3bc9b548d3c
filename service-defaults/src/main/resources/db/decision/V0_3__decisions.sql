-- What one administrator asked for and another one decided about. It is kept for good: what was asked for is never
-- changed, and what was decided is never decided again.
CREATE TABLE decisions (
    id                TEXT    PRIMARY KEY,
    kind              TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    subject           TEXT    NOT NULL,
    details           TEXT    NOT NULL, -- JSON, in the terms of its kind.
    reason            TEXT    CHECK (length(reason) BETWEEN 3 AND 140),
    requested_by      TEXT    NOT NULL,
    requested_by_name TEXT    NOT NULL,
    requested_at      INTEGER NOT NULL,
    expires_at        INTEGER NOT NULL CHECK (expires_at > requested_at),
    status            TEXT    NOT NULL
                              CHECK (status IN ('AWAITING_CONFIRMATION', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    decided_by        TEXT,
    decided_by_name   TEXT,
    decided_at        INTEGER,
    alone             INTEGER NOT NULL CHECK (alone IN (0, 1)),
    CHECK ((status = 'AWAITING_CONFIRMATION') = (decided_at IS NULL)),
    CHECK ((status IN ('CONFIRMED', 'REFUSED', 'WITHDRAWN')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_by_name IS NULL)),
    CHECK (status <> 'WITHDRAWN' OR decided_by = requested_by),
    CHECK (status <> 'REFUSED' OR decided_by <> requested_by),
    -- The rule itself, once more: whoever asked confirms only when they were the only one.
    CHECK (status <> 'CONFIRMED' OR (alone = 1) = (decided_by = requested_by)),
    CHECK (status = 'CONFIRMED' OR alone = 0)
) STRICT;

CREATE INDEX decisions_about ON decisions (subject, id);
CREATE INDEX open_decisions ON decisions (kind, subject) WHERE status = 'AWAITING_CONFIRMATION';

CREATE TRIGGER what_was_asked_for_is_never_changed
BEFORE UPDATE OF id, kind, subject, details, reason, requested_by, requested_by_name, requested_at, expires_at ON decisions
BEGIN
    SELECT raise(ABORT, 'What was asked for is never changed: it is decided, or asked for anew');
END;

CREATE TRIGGER a_decision_is_made_once BEFORE UPDATE ON decisions WHEN OLD.status <> 'AWAITING_CONFIRMATION'
BEGIN
    SELECT raise(ABORT, 'A decision is made once');
END;

CREATE TRIGGER a_decision_is_never_deleted BEFORE DELETE ON decisions
BEGIN
    SELECT raise(ABORT, 'A decision is never deleted');
END;
