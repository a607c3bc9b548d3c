-- What auth-service signed when the journal's head was put on record there.
CREATE TABLE anchor_receipts (
    height      INTEGER PRIMARY KEY CHECK (height >= 1),
    hash        TEXT    NOT NULL CHECK (length(hash) = 64),
    anchored_at INTEGER NOT NULL,
    receipt     TEXT    NOT NULL
) STRICT;
