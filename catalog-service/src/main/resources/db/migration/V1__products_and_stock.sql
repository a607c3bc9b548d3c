-- What the shop sells. Ids are UUIDs of version 7, so the newest product has the largest.
CREATE TABLE products (
    id             TEXT    PRIMARY KEY,
    name           TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description    TEXT    NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
    -- Name and description in lower case: SQLite's own lower() knows ASCII only.
    search_text    TEXT    NOT NULL,
    category       TEXT    NOT NULL CHECK (length(category) BETWEEN 1 AND 40),
    price_amount   INTEGER NOT NULL CHECK (price_amount > 0),
    price_currency TEXT    NOT NULL CHECK (length(price_currency) = 3),
    featured       INTEGER NOT NULL CHECK (featured IN (0, 1))
) STRICT;

CREATE TABLE pictures (
    product_id   TEXT PRIMARY KEY REFERENCES products (id),
    content_type TEXT NOT NULL,
    bytes        BLOB NOT NULL CHECK (length(bytes) > 0),
    sha256       TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

-- Never more is promised than is there; what anyone may still buy is on_hand - reserved.
CREATE TABLE stock (
    product_id TEXT    PRIMARY KEY REFERENCES products (id),
    on_hand    INTEGER NOT NULL CHECK (on_hand >= 0),
    reserved   INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND on_hand)
) STRICT;

-- One row per id that any caller has ever reserved or released. A tombstone knows nothing but its id.
CREATE TABLE reservations (
    id          TEXT    PRIMARY KEY,
    state       TEXT    NOT NULL
                CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED', 'TOMBSTONE', 'EXPIRED', 'REFUSED')),
    body_sha256 TEXT    CHECK (length(body_sha256) = 64),
    expires_at  INTEGER,
    changed_at  INTEGER NOT NULL,
    CHECK ((state = 'TOMBSTONE') = (body_sha256 IS NULL)),
    CHECK ((state IN ('TOMBSTONE', 'REFUSED')) = (expires_at IS NULL))
) STRICT;

CREATE INDEX reservations_that_may_expire ON reservations (expires_at) WHERE state = 'RESERVED';

-- What a reservation took, and how much of it came back after it was committed.
CREATE TABLE reservation_lines (
    reservation_id TEXT    NOT NULL REFERENCES reservations (id),
    product_id     TEXT    NOT NULL REFERENCES products (id),
    quantity       INTEGER NOT NULL CHECK (quantity > 0),
    returned       INTEGER NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND quantity),
    PRIMARY KEY (reservation_id, product_id)
) STRICT;

-- Why a reservation was refused, so that it is refused in the same words for ever.
-- The product may be one that never existed, hence no reference.
CREATE TABLE shortages (
    reservation_id TEXT    NOT NULL REFERENCES reservations (id),
    product_id     TEXT    NOT NULL,
    requested      INTEGER NOT NULL CHECK (requested > 0),
    available      INTEGER NOT NULL CHECK (available BETWEEN 0 AND requested - 1),
    PRIMARY KEY (reservation_id, product_id)
) STRICT;

-- Stock that came back after its purchase was undone; a refused return is remembered too.
CREATE TABLE stock_returns (
    id             TEXT    PRIMARY KEY,
    reservation_id TEXT    NOT NULL REFERENCES reservations (id),
    body_sha256    TEXT    NOT NULL CHECK (length(body_sha256) = 64),
    accepted       INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    made_at        INTEGER NOT NULL
) STRICT;

-- What has been put into this database once and must not come again with the next start.
CREATE TABLE seedings (
    name      TEXT    PRIMARY KEY,
    seeded_at INTEGER NOT NULL
) STRICT;
