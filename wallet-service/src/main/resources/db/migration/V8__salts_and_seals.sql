-- With a salt, an entry can be proven to one of its owners without telling the others' part. Entries from before have
-- none and keep the form in which they were sealed.
ALTER TABLE entries ADD COLUMN salt TEXT CHECK (length(salt) = 32);

-- Reservations learn more reasons to be refused, and a seal over their terms. SQLite cannot change a CHECK, so they are
-- copied, and what refers to them too.
CREATE TABLE reservations_copied (
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
    refusal     TEXT
        CHECK (refusal IN ('INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'WALLET_FROZEN', 'PAYEE_FROZEN')),
    refunded    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    -- SHA-256 over all that does not change; what was reserved before there were seals has none.
    seal        TEXT    CHECK (length(seal) = 64),
    CHECK ((state = 'TOMBSTONE') = (body_hash IS NULL)),
    CHECK (state = 'TOMBSTONE' OR (customer_id IS NOT NULL AND payee_id IS NOT NULL AND payee_name IS NOT NULL
        AND order_id IS NOT NULL AND amount IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK (refunded = 0 OR (state = 'COMMITTED' AND refunded BETWEEN 0 AND amount))
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds_copied (
    id          TEXT    PRIMARY KEY REFERENCES entries (id),
    reservation TEXT    NOT NULL REFERENCES reservations_copied (id),
    amount      INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO reservations_copied
SELECT id, state, body_hash, customer_id, payee_id, payee_name, order_id, amount, refusal, refunded, created_at,
    expires_at, NULL
FROM reservations;
INSERT INTO refunds_copied SELECT * FROM refunds;

DROP TABLE refunds;
DROP TABLE reservations;
ALTER TABLE reservations_copied RENAME TO reservations;
ALTER TABLE refunds_copied RENAME TO refunds;

CREATE INDEX open_reservations_by_expiry ON reservations (expires_at) WHERE state = 'RESERVED';
CREATE INDEX open_reservations_by_customer ON reservations (customer_id) WHERE state = 'RESERVED';
