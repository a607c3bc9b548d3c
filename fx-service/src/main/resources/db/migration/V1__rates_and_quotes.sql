-- Every table of rates that was ever believed; the time of publication tells them apart.
CREATE TABLE rate_tables (
    as_of          INTEGER NOT NULL PRIMARY KEY,
    source         TEXT    NOT NULL CHECK (source IN ('bundled', 'exchangerate-api', 'open-er-api')),
    fetched_at     INTEGER NOT NULL,
    next_update_at INTEGER NOT NULL
) STRICT;

-- How much of a currency one SGD buys, as decimal text: exact, as the provider wrote it.
CREATE TABLE rates (
    as_of    INTEGER NOT NULL REFERENCES rate_tables (as_of),
    currency TEXT    NOT NULL CHECK (length(currency) = 3 AND currency <> 'TTK'),
    rate     TEXT    NOT NULL CHECK (CAST(rate AS REAL) BETWEEN 0.001 AND 100000000),
    PRIMARY KEY (as_of, currency),
    CHECK (currency <> 'SGD' OR CAST(rate AS REAL) = 1)
) STRICT;

-- Promises: this much for that much. Only redeemed_by and redeemed_at are ever written later, once.
CREATE TABLE quotes (
    id            TEXT    NOT NULL PRIMARY KEY,
    customer_id   TEXT    NOT NULL,
    from_amount   INTEGER NOT NULL CHECK (from_amount > 0),
    from_currency TEXT    NOT NULL,
    to_amount     INTEGER NOT NULL CHECK (to_amount > 0),
    fee_amount    INTEGER NOT NULL CHECK (fee_amount >= 0),
    rate          TEXT    NOT NULL,
    rates_as_of   INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    redeemed_by   TEXT,
    redeemed_at   INTEGER CHECK (redeemed_at < expires_at),
    CHECK ((redeemed_by IS NULL) = (redeemed_at IS NULL)),
    FOREIGN KEY (rates_as_of, from_currency) REFERENCES rates (as_of, currency)
) STRICT;

CREATE INDEX quotes_nobody_used ON quotes (expires_at) WHERE redeemed_by IS NULL;
