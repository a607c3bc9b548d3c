CREATE TABLE cart_items (
    customer_id TEXT    NOT NULL,
    product_id  TEXT    NOT NULL,
    quantity    INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    added_at    INTEGER NOT NULL,
    PRIMARY KEY (customer_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE orders (
    id            TEXT    PRIMARY KEY,
    customer_id   TEXT    NOT NULL,
    merchant_id   TEXT    NOT NULL,
    merchant_name TEXT    NOT NULL,
    currency      TEXT    NOT NULL,
    total         INTEGER NOT NULL CHECK (total > 0),
    status        TEXT    NOT NULL CHECK (status IN (
        'AWAITING_PAYMENT', 'PROCESSING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'REFUNDED', 'CANCELLED', 'EXPIRED')),
    created_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL CHECK (expires_at > created_at),
    changed_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL
) STRICT;

CREATE INDEX orders_of_a_customer ON orders (customer_id, id);
CREATE INDEX orders_that_may_expire ON orders (expires_at) WHERE status = 'AWAITING_PAYMENT';

CREATE TABLE order_lines (
    order_id   TEXT    NOT NULL REFERENCES orders (id),
    position   INTEGER NOT NULL,
    product_id TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    unit_price INTEGER NOT NULL CHECK (unit_price > 0),
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    PRIMARY KEY (order_id, position),
    UNIQUE (order_id, product_id)
) STRICT, WITHOUT ROWID;

-- What happened to an order, in the order's own counting: written once, never changed.
CREATE TABLE order_events (
    id       TEXT    PRIMARY KEY,
    order_id TEXT    NOT NULL REFERENCES orders (id),
    sequence INTEGER NOT NULL,
    status   TEXT    NOT NULL,
    reason   TEXT,
    at       INTEGER NOT NULL,
    UNIQUE (order_id, sequence)
) STRICT;

-- One attempt to pay an order, and how far it has come. Its id is the key of both reservations.
CREATE TABLE purchases (
    id         TEXT    PRIMARY KEY,
    order_id   TEXT    NOT NULL REFERENCES orders (id),
    step       TEXT    NOT NULL CHECK (step IN (
        'STARTED', 'STOCK_RESERVED', 'DECIDED', 'FUNDS_COMMITTED', 'PAID',
        'UNDOING_FUNDS', 'REFUNDING_FUNDS', 'UNDOING_STOCK', 'RETURNING_STOCK', 'REFUSED', 'NEEDS_OPERATOR')),
    stuck_at   TEXT,
    approval   TEXT,
    refusal    TEXT,
    started_at INTEGER NOT NULL,
    silences   INTEGER NOT NULL CHECK (silences >= 0),
    surprises  INTEGER NOT NULL CHECK (surprises >= 0),
    due_at     INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    CHECK ((approval IS NOT NULL) = (step IN ('STARTED', 'STOCK_RESERVED'))),
    CHECK (refusal IS NOT NULL OR step IN (
        'STARTED', 'STOCK_RESERVED', 'DECIDED', 'FUNDS_COMMITTED', 'PAID', 'NEEDS_OPERATOR')),
    CHECK ((stuck_at IS NOT NULL) = (step = 'NEEDS_OPERATOR'))
) STRICT;

-- The last word when two payments of one order race: an order is paid at most once, by one attempt at a time.
CREATE UNIQUE INDEX one_purchase_of_an_order ON purchases (order_id) WHERE step <> 'REFUSED';
CREATE INDEX unfinished_purchases ON purchases (due_at) WHERE step NOT IN ('PAID', 'REFUSED', 'NEEDS_OPERATOR');
CREATE INDEX parked_purchases ON purchases (step) WHERE step = 'NEEDS_OPERATOR';
