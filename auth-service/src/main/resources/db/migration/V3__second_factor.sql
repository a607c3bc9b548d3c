-- A person's authenticator: pending until its first code was shown. A code's time step is accepted once, and never an
-- earlier one after it. The sixth wrong code cannot even be counted.
CREATE TABLE authenticators (
    user_id        TEXT    PRIMARY KEY REFERENCES users (id),
    seed           BLOB    NOT NULL CHECK (length(seed) = 48), -- Sealed: nonce, 160 bits, tag.
    enrolled_at    INTEGER NOT NULL,
    confirmed_at   INTEGER,
    last_step      INTEGER,
    tries          INTEGER NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
    recovery_tries INTEGER NOT NULL DEFAULT 0 CHECK (recovery_tries BETWEEN 0 AND 1000),
    recovery_hour  INTEGER NOT NULL DEFAULT 0, -- When the first of those recovery tries was.
    CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
) STRICT;

CREATE TRIGGER an_accepted_step_is_never_accepted_again BEFORE UPDATE OF last_step ON authenticators
WHEN OLD.last_step IS NOT NULL AND (NEW.last_step IS NULL OR NEW.last_step <= OLD.last_step)
BEGIN
    SELECT RAISE(ABORT, 'an accepted step is never accepted again');
END;

-- Those that were not used yet: a used one is gone.
CREATE TABLE recovery_codes (
    user_id TEXT NOT NULL REFERENCES authenticators (user_id) ON DELETE CASCADE,
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (user_id, hash)
) STRICT;

-- Whose PIN failed from where in the last hour, because five guesses on each of many accounts are many guesses.
CREATE TABLE pin_failures (
    address TEXT    NOT NULL CHECK (length(address) BETWEEN 1 AND 64),
    user_id TEXT    NOT NULL REFERENCES users (id),
    at      INTEGER NOT NULL,
    PRIMARY KEY (address, user_id)
) STRICT;

CREATE INDEX pin_failures_in_time ON pin_failures (at);
