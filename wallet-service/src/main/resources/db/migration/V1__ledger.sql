-- Balances as of now. Only journal entries move them, and the proof re-computes them from the postings.
CREATE TABLE accounts (
    name         TEXT    PRIMARY KEY,
    currency     TEXT    NOT NULL CHECK (length(currency) = 3),
    may_overdraw INTEGER NOT NULL CHECK (may_overdraw IN (0, 1)),
    balance      INTEGER NOT NULL,
    reserved     INTEGER NOT NULL CHECK (reserved >= 0),
    -- What a wallet has promised to purchases is covered by what it holds, whatever the program thinks.
    CHECK (may_overdraw = 1 OR balance >= reserved)
) STRICT, WITHOUT ROWID;

-- The journal: every movement once, in order and without gaps, each sealed onto the one before it.
CREATE TABLE entries (
    sequence    INTEGER PRIMARY KEY CHECK (sequence >= 1),
    -- The id of what caused it (a top-up, a reservation, a refund), so that nothing can be entered twice.
    id          TEXT    NOT NULL UNIQUE,
    kind        TEXT    NOT NULL CHECK (kind IN ('TOP_UP', 'PURCHASE', 'REFUND')),
    reference   TEXT    NOT NULL CHECK (length(reference) > 0),
    description TEXT    NOT NULL CHECK (length(description) > 0),
    recorded_at INTEGER NOT NULL,
    hash        TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- What an entry did to one account. Type and counterparty are how the owner of a wallet sees it.
CREATE TABLE postings (
    entry         INTEGER NOT NULL REFERENCES entries (sequence),
    line          INTEGER NOT NULL CHECK (line >= 1),
    account       TEXT    NOT NULL REFERENCES accounts (name),
    currency      TEXT    NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount <> 0),
    balance_after INTEGER NOT NULL,
    type          TEXT    CHECK (length(type) > 0),
    counterparty  TEXT    CHECK (length(counterparty) > 0),
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;

-- A statement reads one account's postings from the newest, however long its history is.
CREATE UNIQUE INDEX postings_of_an_account ON postings (account, entry);

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN
    SELECT raise(ABORT, 'A journal entry is never changed: correct it by another entry');
END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN
    SELECT raise(ABORT, 'A journal entry is never deleted: correct it by another entry');
END;

CREATE TRIGGER postings_are_never_changed BEFORE UPDATE ON postings
BEGIN
    SELECT raise(ABORT, 'A posting is never changed: correct it by another entry');
END;

CREATE TRIGGER postings_are_never_deleted BEFORE DELETE ON postings
BEGIN
    SELECT raise(ABORT, 'A posting is never deleted: correct it by another entry');
END;

CREATE TRIGGER accounts_are_never_deleted BEFORE DELETE ON accounts
BEGIN
    SELECT raise(ABORT, 'An account is never deleted: its history would lose its place');
END;
