-- The display name as it is searched: folded by the service, because SQLite folds A to Z only.
ALTER TABLE users ADD COLUMN search_text TEXT NOT NULL DEFAULT '';

-- Where a person's PIN was right, since when, and when last: there, what others mistype stops them no more.
CREATE TABLE pin_places (
    user_id TEXT    NOT NULL REFERENCES users (id),
    address TEXT    NOT NULL CHECK (length(address) BETWEEN 1 AND 64),
    since   INTEGER NOT NULL,
    at      INTEGER NOT NULL CHECK (at >= since),
    PRIMARY KEY (user_id, address)
) STRICT;

-- An address of IPv6 is kept by its network, which SQL cannot tell; it is learnt with the next right PIN.
INSERT INTO pin_places (user_id, address, since, at)
SELECT subject, address, min(at), max(at) FROM security_events
WHERE kind = 'APPROVAL_GIVEN' AND address IS NOT NULL AND address NOT LIKE '%:%'
    AND subject IN (SELECT id FROM users)
GROUP BY subject, address;

-- Whether the account that failed was one whose PIN had been right somewhere: each of both kinds has its own allowance.
ALTER TABLE pin_failures ADD COLUMN known INTEGER NOT NULL DEFAULT 0 CHECK (known IN (0, 1));
