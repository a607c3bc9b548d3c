-- One person asks another for money. It moves only when the other one pays, by a transfer like any other.
CREATE TABLE money_requests (
    id                 TEXT    PRIMARY KEY,
    requester          TEXT    NOT NULL,
    requester_username TEXT    NOT NULL,
    requester_name     TEXT    NOT NULL,
    payer              TEXT    NOT NULL,
    payer_name         TEXT    NOT NULL,
    amount             INTEGER NOT NULL CHECK (amount > 0),
    note               TEXT    CHECK (length(note) BETWEEN 1 AND 140),
    -- What nobody answered in time stays OPEN here, and is shown as expired.
    state              TEXT    NOT NULL CHECK (state IN ('OPEN', 'PAID', 'REFUSED', 'WITHDRAWN')),
    transfer           TEXT    REFERENCES entries (id),
    created_at         INTEGER NOT NULL,
    expires_at         INTEGER NOT NULL CHECK (expires_at > created_at),
    CHECK (requester <> payer),
    CHECK ((state = 'PAID') = (transfer IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX money_requests_by_requester ON money_requests (requester, id);
CREATE INDEX money_requests_by_payer ON money_requests (payer, id);
