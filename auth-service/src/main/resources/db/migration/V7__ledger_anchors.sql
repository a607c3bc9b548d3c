-- What the ledger's head was at some moment, kept by somebody who cannot write to the ledger.
CREATE TABLE ledger_anchors (
    height      INTEGER PRIMARY KEY CHECK (height >= 1),
    hash        TEXT    NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    anchored_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER ledger_anchors_are_never_changed BEFORE UPDATE ON ledger_anchors
BEGIN
    SELECT RAISE(ABORT, 'an anchor is never changed');
END;

CREATE TRIGGER ledger_anchors_are_never_deleted BEFORE DELETE ON ledger_anchors
BEGIN
    SELECT RAISE(ABORT, 'an anchor is never deleted');
END;
