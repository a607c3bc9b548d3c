-- A wallet's day and its month are counted together, by one statement.
CREATE TABLE spending_by_period (
    owner  TEXT    NOT NULL,
    unit   TEXT    NOT NULL CHECK (unit IN ('DAY', 'MONTH')),
    -- A day such as 2026-01-31, or a month such as 2026-01.
    period TEXT    NOT NULL CHECK (length(period) = CASE unit WHEN 'DAY' THEN 10 ELSE 7 END),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (owner, unit, period)
) STRICT, WITHOUT ROWID;

INSERT INTO spending_by_period SELECT owner, 'DAY', day, amount FROM spending;
INSERT INTO spending_by_period SELECT owner, 'MONTH', month, amount FROM spending_by_month;

DROP TABLE spending;
DROP TABLE spending_by_month;
ALTER TABLE spending_by_period RENAME TO spending;
