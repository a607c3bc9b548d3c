-- Money on its way into a wallet, from the promise to charge a card to the credit.
CREATE TABLE top_ups (
    id               TEXT    PRIMARY KEY,
    owner            TEXT    NOT NULL,
    status           TEXT    NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED')),
    charged          INTEGER NOT NULL CHECK (charged > 0),
    charged_currency TEXT    NOT NULL,
    payment_method   TEXT    NOT NULL,
    quote            TEXT,
    -- What it comes to in TikTokens, once that is settled.
    credited         INTEGER CHECK (credited > 0),
    fee              INTEGER CHECK (fee >= 0),
    rounding         INTEGER CHECK (rounding >= 0),
    failure          TEXT,
    decline_code     TEXT,
    attempts         INTEGER NOT NULL DEFAULT 0,
    ask_again_at     INTEGER NOT NULL,
    created_at       INTEGER NOT NULL,
    CHECK ((status = 'FAILED') = (failure IS NOT NULL)),
    CHECK (status <> 'SUCCEEDED' OR credited IS NOT NULL),
    CHECK ((credited IS NULL) = (fee IS NULL) AND (fee IS NULL) = (rounding IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX pending_top_ups_by_time ON top_ups (ask_again_at) WHERE status = 'PENDING';
CREATE INDEX pending_top_ups_by_owner ON top_ups (owner) WHERE status = 'PENDING';

-- The memory of the built-in sandbox card processor: like a real one, it answers the same charge alike for ever.
CREATE TABLE sandbox_charges (
    id             TEXT    PRIMARY KEY,
    payment_method TEXT    NOT NULL,
    amount         INTEGER NOT NULL CHECK (amount > 0),
    currency       TEXT    NOT NULL,
    charged_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
