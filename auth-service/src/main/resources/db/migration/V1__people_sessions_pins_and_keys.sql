CREATE TABLE users (
    id                 TEXT    PRIMARY KEY,
    username           TEXT    NOT NULL UNIQUE
                               CHECK (length(username) BETWEEN 3 AND 32)
                               CHECK (username GLOB '[a-z]*' AND username NOT GLOB '*[^a-z0-9._-]*'),
    display_name       TEXT    NOT NULL CHECK (length(display_name) BETWEEN 1 AND 60),
    password_hash      TEXT    NOT NULL CHECK (password_hash LIKE '{%}%'),
    recovery_code_hash BLOB    NOT NULL CHECK (length(recovery_code_hash) = 32),
    administrator      INTEGER NOT NULL CHECK (administrator IN (0, 1)),
    created_at         INTEGER NOT NULL
) STRICT;

-- A handle is known only to its holder; what is stored opens nothing.
CREATE TABLE sessions (
    id           TEXT    PRIMARY KEY,
    handle_hash  BLOB    NOT NULL UNIQUE CHECK (length(handle_hash) = 32),
    user_id      TEXT    NOT NULL REFERENCES users (id),
    created_at   INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL CHECK (last_used_at >= created_at)
) STRICT;

CREATE INDEX sessions_of_a_user ON sessions (user_id, id);

-- The sixth try cannot even be counted.
CREATE TABLE pins (
    user_id TEXT    PRIMARY KEY REFERENCES users (id),
    salt    BLOB    NOT NULL CHECK (length(salt) = 16),
    hash    BLOB    NOT NULL CHECK (length(hash) = 32),
    tries   INTEGER NOT NULL CHECK (tries BETWEEN 0 AND 5),
    set_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE signing_keys (
    id         TEXT    PRIMARY KEY,
    sealed     BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE security_events (
    id      TEXT    PRIMARY KEY,
    at      INTEGER NOT NULL,
    kind    TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    user_id TEXT    REFERENCES users (id),
    detail  TEXT    CHECK (length(detail) <= 200)
) STRICT;

CREATE INDEX security_events_of_a_user ON security_events (user_id, id);

CREATE TRIGGER security_events_are_never_changed BEFORE UPDATE ON security_events
BEGIN
    SELECT RAISE(ABORT, 'a security event is never changed');
END;

CREATE TRIGGER security_events_are_never_deleted BEFORE DELETE ON security_events
BEGIN
    SELECT RAISE(ABORT, 'a security event is never deleted');
END;
