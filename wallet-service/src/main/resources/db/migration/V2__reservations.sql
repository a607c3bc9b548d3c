-- Money set aside for one purchase each. The id is the caller's: its payment attempt.
CREATE TABLE reservations (
    id          TEXT    PRIMARY KEY,
    state       TEXT    NOT NULL
        CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED', 'TOMBSTONE', 'EXPIRED', 'REFUSED')),
    -- The rest is unknown on a tombstone: a release that came before its reserve.
    body_hash   TEXT,
    customer_id TEXT,
    payee_id    TEXT,
    payee_name  TEXT,
    order_id    TEXT,
    amount      INTEGER CHECK (amount > 0),
    refusal     TEXT    CHECK (refusal IN ('INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED')),
    refunded    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    CHECK ((state = 'TOMBSTONE') = (body_hash IS NULL)),
    CHECK (state = 'TOMBSTONE' OR (customer_id IS NOT NULL AND payee_id IS NOT NULL AND payee_name IS NOT NULL
        AND order_id IS NOT NULL AND amount IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK (refunded = 0 OR (state = 'COMMITTED' AND refunded BETWEEN 0 AND amount))
) STRICT, WITHOUT ROWID;

CREATE INDEX open_reservations_by_expiry ON reservations (expires_at) WHERE state = 'RESERVED';
CREATE INDEX open_reservations_by_customer ON reservations (customer_id) WHERE state = 'RESERVED';

-- Money given back for a committed purchase. The id is the caller's.
CREATE TABLE refunds (
    id          TEXT    PRIMARY KEY REFERENCES entries (id),
    reservation TEXT    NOT NULL REFERENCES reservations (id),
    amount      INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

-- An approval is spent exactly when its effect exists, because both are written together.
CREATE TABLE spent_approvals (
    id       TEXT    PRIMARY KEY,
    spent_on TEXT    NOT NULL,
    spent_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How much a wallet has promised or spent on each day, so that its limit needs no look at its history.
CREATE TABLE spending (
    owner  TEXT    NOT NULL,
    day    TEXT    NOT NULL,
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (owner, day)
) STRICT, WITHOUT ROWID;
