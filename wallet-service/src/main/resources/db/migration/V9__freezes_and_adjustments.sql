-- What administrators do about wallets, and why. All of it is written once and never changed.
CREATE TABLE freezes (
    id                 TEXT    PRIMARY KEY,
    owner              TEXT    NOT NULL,
    -- NONE lifts the one before.
    direction          TEXT    NOT NULL CHECK (direction IN ('NONE', 'IN', 'OUT', 'BOTH')),
    reason             TEXT    NOT NULL CHECK (length(reason) BETWEEN 3 AND 140),
    administrator      TEXT    NOT NULL,
    administrator_name TEXT    NOT NULL,
    decided_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX freezes_of_a_wallet ON freezes (owner, id);

-- The wallets that are frozen now. They are few, so that every payment can look whether its two are among them.
CREATE TABLE frozen_wallets (
    owner     TEXT PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('IN', 'OUT', 'BOTH')),
    freeze    TEXT NOT NULL UNIQUE REFERENCES freezes (id)
) STRICT, WITHOUT ROWID;

-- A correction that an administrator asked for. When it is booked, its id is the id of the journal entry.
CREATE TABLE adjustments (
    id                TEXT    PRIMARY KEY,
    owner             TEXT    NOT NULL,
    amount            INTEGER NOT NULL CHECK (amount <> 0),
    reason            TEXT    NOT NULL CHECK (length(reason) BETWEEN 3 AND 140),
    corrects          TEXT    REFERENCES entries (id),
    requested_by      TEXT    NOT NULL,
    requested_by_name TEXT    NOT NULL,
    requested_at      INTEGER NOT NULL,
    expires_at        INTEGER NOT NULL CHECK (expires_at > requested_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX adjustments_of_a_wallet ON adjustments (owner, id);

-- What became of it: there is room for one decision each. What has none is open until it expires.
CREATE TABLE adjustment_decisions (
    adjustment      TEXT    PRIMARY KEY REFERENCES adjustments (id),
    state           TEXT    NOT NULL CHECK (state IN ('BOOKED', 'REFUSED', 'WITHDRAWN')),
    decided_by      TEXT    NOT NULL,
    decided_by_name TEXT    NOT NULL,
    decided_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER freezes_are_never_changed BEFORE UPDATE ON freezes
BEGIN
    SELECT raise(ABORT, 'A freeze is never changed: another one follows it');
END;

CREATE TRIGGER freezes_are_never_deleted BEFORE DELETE ON freezes
BEGIN
    SELECT raise(ABORT, 'A freeze is never deleted: another one follows it');
END;

CREATE TRIGGER adjustments_are_never_changed BEFORE UPDATE ON adjustments
BEGIN
    SELECT raise(ABORT, 'An adjustment is never changed: it is decided, or another one follows it');
END;

CREATE TRIGGER adjustments_are_never_deleted BEFORE DELETE ON adjustments
BEGIN
    SELECT raise(ABORT, 'An adjustment is never deleted: it is decided, or another one follows it');
END;

CREATE TRIGGER adjustment_decisions_are_never_changed BEFORE UPDATE ON adjustment_decisions
BEGIN
    SELECT raise(ABORT, 'A decision is never changed: another adjustment follows it');
END;

CREATE TRIGGER adjustment_decisions_are_never_deleted BEFORE DELETE ON adjustment_decisions
BEGIN
    SELECT raise(ABORT, 'A decision is never deleted: another adjustment follows it');
END;

-- What auth-service has yet to be told of these, for the audit of the whole shop.
CREATE TABLE audit_outbox (
    id      TEXT    PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    actor   TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL CHECK (length(detail) BETWEEN 1 AND 200),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
