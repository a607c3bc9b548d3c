PRAGMA application_id = -1334458739;
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE TABLE rate_tables (
    as_of          INTEGER NOT NULL PRIMARY KEY,
    source         TEXT    NOT NULL CHECK (source IN ('bundled', 'exchangerate-api', 'open-er-api')),
    fetched_at     INTEGER NOT NULL,
    next_update_at INTEGER NOT NULL
) STRICT;
CREATE TABLE rates (
    as_of    INTEGER NOT NULL REFERENCES rate_tables (as_of),
    currency TEXT    NOT NULL CHECK (length(currency) = 3 AND currency <> 'TTK'),
    rate     TEXT    NOT NULL CHECK (CAST(rate AS REAL) BETWEEN 0.001 AND 100000000),
    PRIMARY KEY (as_of, currency),
    CHECK (currency <> 'SGD' OR CAST(rate AS REAL) = 1)
) STRICT;
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
CREATE TABLE quotes_given_back (
    quote_id      TEXT    NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
    top_up_id     TEXT    NOT NULL,
    given_back_at INTEGER NOT NULL,
    PRIMARY KEY (quote_id, top_up_id)
) STRICT;
CREATE TABLE purge_clock (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    reached  INTEGER NOT NULL
) STRICT;
INSERT INTO flyway_schema_history VALUES (1, '1', 'rates and quotes', 'SQL', 'V1__rates_and_quotes.sql', -536794249, '', '2026-11-27 04:03:47.587', 17, 1);
INSERT INTO flyway_schema_history VALUES (2, '2', 'quotes given back', 'SQL', 'V2__quotes_given_back.sql', 923519091, '', '2026-11-27 04:03:47.624', 13, 1);
INSERT INTO flyway_schema_history VALUES (3, NULL, 'purge clock', 'SQL', 'R__purge_clock.sql', -1526591512, '', '2026-11-27 04:03:47.663', 0, 1);
INSERT INTO rate_tables VALUES (1793491200000, 'bundled', @now-247811, @now-2261292044);
INSERT INTO rates VALUES (1793491200000, 'KRW', '1108');
INSERT INTO rates VALUES (1793491200000, 'USD', '0.7740');
INSERT INTO rates VALUES (1793491200000, 'BRL', '4.150');
INSERT INTO rates VALUES (1793491200000, 'SEK', '7.280');
INSERT INTO rates VALUES (1793491200000, 'TWD', '23.90');
INSERT INTO rates VALUES (1793491200000, 'HUF', '257.5');
INSERT INTO rates VALUES (1793491200000, 'INR', '68.60');
INSERT INTO rates VALUES (1793491200000, 'CHF', '0.6180');
INSERT INTO rates VALUES (1793491200000, 'JPY', '118.40');
INSERT INTO rates VALUES (1793491200000, 'KWD', '0.2368');
INSERT INTO rates VALUES (1793491200000, 'NOK', '7.780');
INSERT INTO rates VALUES (1793491200000, 'NPR', '109.80');
INSERT INTO rates VALUES (1793491200000, 'CAD', '1.0830');
INSERT INTO rates VALUES (1793491200000, 'PHP', '45.40');
INSERT INTO rates VALUES (1793491200000, 'PLN', '2.820');
INSERT INTO rates VALUES (1793491200000, 'BND', '1');
INSERT INTO rates VALUES (1793491200000, 'PKR', '218.0');
INSERT INTO rates VALUES (1793491200000, 'SGD', '1');
INSERT INTO rates VALUES (1793491200000, 'VND', '20370');
INSERT INTO rates VALUES (1793491200000, 'MOP', '6.190');
INSERT INTO rates VALUES (1793491200000, 'NZD', '1.3400');
INSERT INTO rates VALUES (1793491200000, 'ZAR', '13.40');
INSERT INTO rates VALUES (1793491200000, 'EUR', '0.6640');
INSERT INTO rates VALUES (1793491200000, 'MYR', '3.230');
INSERT INTO rates VALUES (1793491200000, 'ILS', '2.530');
INSERT INTO rates VALUES (1793491200000, 'QAR', '2.8174');
INSERT INTO rates VALUES (1793491200000, 'TRY', '32.80');
INSERT INTO rates VALUES (1793491200000, 'EGP', '36.80');
INSERT INTO rates VALUES (1793491200000, 'MXN', '14.25');
INSERT INTO rates VALUES (1793491200000, 'IDR', '12880');
INSERT INTO rates VALUES (1793491200000, 'BHD', '0.2910');
INSERT INTO rates VALUES (1793491200000, 'AED', '2.8425');
INSERT INTO rates VALUES (1793491200000, 'LKR', '236.0');
INSERT INTO rates VALUES (1793491200000, 'THB', '25.20');
INSERT INTO rates VALUES (1793491200000, 'CNY', '5.480');
INSERT INTO rates VALUES (1793491200000, 'GBP', '0.5780');
INSERT INTO rates VALUES (1793491200000, 'AUD', '1.1750');
INSERT INTO rates VALUES (1793491200000, 'BDT', '94.50');
INSERT INTO rates VALUES (1793491200000, 'CZK', '16.15');
INSERT INTO rates VALUES (1793491200000, 'SAR', '2.9025');
INSERT INTO rates VALUES (1793491200000, 'DKK', '4.955');
INSERT INTO rates VALUES (1793491200000, 'HKD', '6.010');
INSERT INTO quotes VALUES ('01a21b30-4dc0-76d2-b546-deec0280445f', '01a21b2d-f12b-7757-ab32-d537a453c426', 5000, 'USD', 6459, 0, '0.7740', 1793491200000, @now+3588148, '01a21b30-4ef3-73fd-8045-b259620e926d', @now-11528);
INSERT INTO quotes VALUES ('01a21b30-4f3f-7184-878f-029fcda9adbf', '01a21b30-1ce2-7637-b4af-2b226af88e6b', 5000, 'USD', 6459, 0, '0.7740', 1793491200000, @now+3588531, NULL, NULL);
INSERT INTO quotes_given_back VALUES ('01a21b30-4dc0-76d2-b546-deec0280445f', '01a21b30-4e03-7062-a576-167163ea9360', @now-11663);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX quotes_nobody_used ON quotes (expires_at) WHERE redeemed_by IS NULL;
