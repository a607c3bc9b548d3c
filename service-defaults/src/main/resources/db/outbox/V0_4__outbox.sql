-- What others have yet to be told, written together with what it tells of. A row goes when its receiver has taken it.
CREATE TABLE outbox (
    position   INTEGER PRIMARY KEY, -- The order of writing, among the rows that are there.
    id         TEXT    NOT NULL UNIQUE,
    kind       TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    subject    TEXT    NOT NULL,
    payload    TEXT    NOT NULL, -- JSON, in the terms of its kind.
    written_at INTEGER NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    again_at   INTEGER, -- After a try without an answer.
    parked_at  INTEGER  -- Its receiver has something else under this id, which only a person can judge.
) STRICT;

CREATE INDEX outbox_by_kind ON outbox (kind, position) WHERE parked_at IS NULL;
CREATE INDEX outbox_by_subject ON outbox (kind, subject, position) WHERE parked_at IS NULL;
