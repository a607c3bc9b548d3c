-- The journal learns more kinds of entries. SQLite cannot change a CHECK, so the journal is copied, entry by entry and
-- hash by hash, into tables that allow them; nothing that is sealed changes.
CREATE TABLE entries_copied (
    sequence    INTEGER PRIMARY KEY CHECK (sequence >= 1),
    -- The id of what caused it (a top-up, a transfer, a reservation, a refund), so that nothing can be entered twice.
    id          TEXT    NOT NULL UNIQUE,
    kind        TEXT    NOT NULL CHECK (kind IN ('TOP_UP', 'TRANSFER', 'PURCHASE', 'REFUND', 'ADJUSTMENT')),
    reference   TEXT    NOT NULL CHECK (length(reference) > 0),
    description TEXT    NOT NULL CHECK (length(description) > 0),
    recorded_at INTEGER NOT NULL,
    hash        TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE postings_copied (
    entry         INTEGER NOT NULL REFERENCES entries_copied (sequence),
    line          INTEGER NOT NULL CHECK (line >= 1),
    account       TEXT    NOT NULL REFERENCES accounts (name),
    currency      TEXT    NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount <> 0),
    balance_after INTEGER NOT NULL,
    type          TEXT    CHECK (length(type) > 0),
    counterparty  TEXT    CHECK (length(counterparty) > 0),
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds_copied (
    id          TEXT    PRIMARY KEY REFERENCES entries_copied (id),
    reservation TEXT    NOT NULL REFERENCES reservations (id),
    amount      INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO entries_copied SELECT * FROM entries ORDER BY sequence;
INSERT INTO postings_copied SELECT * FROM postings ORDER BY entry, line;
INSERT INTO refunds_copied SELECT * FROM refunds ORDER BY id;

-- Children first, so that no reference is ever left hanging; dropping a table fires no triggers.
DROP TABLE refunds;
DROP TABLE postings;
DROP TABLE entries;
ALTER TABLE entries_copied RENAME TO entries;
ALTER TABLE postings_copied RENAME TO postings;
ALTER TABLE refunds_copied RENAME TO refunds;

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

-- The limit of a year is judged by thirteen months, the current one included.
CREATE TABLE spending_by_month (
    owner  TEXT    NOT NULL,
    month  TEXT    NOT NULL CHECK (length(month) = 7),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (owner, month)
) STRICT, WITHOUT ROWID;

INSERT INTO spending_by_month (owner, month, amount)
SELECT owner, substr(day, 1, 7), sum(amount) FROM spending GROUP BY owner, substr(day, 1, 7);
