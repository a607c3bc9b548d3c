-- Partner merchants and kiosks. The id is the merchant's or kiosk's own, the client id what it asks for tokens with.
CREATE TABLE clients (
    id          TEXT    PRIMARY KEY,
    client_id   TEXT    NOT NULL UNIQUE CHECK (length(client_id) BETWEEN 8 AND 64),
    kind        TEXT    NOT NULL CHECK (kind IN ('MERCHANT', 'KIOSK')),
    name        TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    -- What is left of the name for the eye, so that two names that look alike are one.
    likeness    TEXT    NOT NULL UNIQUE CHECK (length(likeness) >= 1),
    disabled_at INTEGER,
    created_at  INTEGER NOT NULL
) STRICT;

-- Two slots for each client: a third secret cannot even be stored.
CREATE TABLE client_secrets (
    id           TEXT    PRIMARY KEY,
    client       TEXT    NOT NULL REFERENCES clients (id),
    slot         INTEGER NOT NULL CHECK (slot IN (1, 2)),
    hash         TEXT    NOT NULL CHECK (length(hash) = 64),
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER CHECK (last_used_at >= created_at),
    UNIQUE (client, slot)
) STRICT;

-- Each generation replaces the one before it, and is made once. What remains of a destroyed key is its times.
ALTER TABLE signing_keys RENAME TO earlier_keys;

CREATE TABLE signing_keys (
    id              TEXT    PRIMARY KEY,
    generation      INTEGER NOT NULL UNIQUE CHECK (generation >= 1),
    sealed          BLOB,
    created_at      INTEGER NOT NULL,
    signs_from      INTEGER NOT NULL CHECK (signs_from >= created_at),
    replaced_at     INTEGER CHECK (replaced_at >= signs_from),
    published_until INTEGER CHECK (published_until > replaced_at),
    CHECK ((replaced_at IS NULL) = (published_until IS NULL)),
    CHECK (sealed IS NOT NULL OR published_until IS NOT NULL)
) STRICT;

INSERT INTO signing_keys (id, generation, sealed, created_at, signs_from, replaced_at, published_until)
SELECT id,
       row_number() OVER (ORDER BY created_at, id),
       sealed,
       created_at,
       created_at,
       lead(created_at) OVER (ORDER BY created_at, id),
       lead(created_at) OVER (ORDER BY created_at, id) + 600000
FROM earlier_keys;

DROP TABLE earlier_keys;
