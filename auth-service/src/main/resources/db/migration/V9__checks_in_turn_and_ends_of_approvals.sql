-- One try at a time is checked, until checked_until at the latest; one that is accepted clears the count only if the row
-- still has the version that it was counted with. Counting, renewing and disabling each make another version.
ALTER TABLE pins ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pins ADD COLUMN checked_until INTEGER;
-- What an administrator has disabled, only a new PIN enables, however many tries are left.
ALTER TABLE pins ADD COLUMN disabled_at INTEGER;

ALTER TABLE authenticators ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE authenticators ADD COLUMN checked_until INTEGER;

-- A person's approvals bear the number of their generation. The next one begins when the PIN, the password or the
-- authenticator is renewed, or the person is suspended. As long as wallet-service was not told, there is no told_at.
CREATE TABLE approval_generations (
    user_id    TEXT    PRIMARY KEY REFERENCES users (id),
    generation INTEGER NOT NULL CHECK (generation >= 1),
    begun_at   INTEGER NOT NULL,
    told_at    INTEGER
) STRICT;

CREATE INDEX approval_generations_untold ON approval_generations (begun_at) WHERE told_at IS NULL;

-- How much was approved with the PIN alone, on a day such as 2026-01-31 in Singapore.
CREATE TABLE approved_without_code (
    day     TEXT    NOT NULL CHECK (length(day) = 10),
    user_id TEXT    NOT NULL REFERENCES users (id),
    amount  INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (day, user_id)
) STRICT, WITHOUT ROWID;
