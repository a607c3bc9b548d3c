-- How far the clock has come by which purges tell what is old. A repeatable migration, because every service has this
-- table beside versions of its own.
CREATE TABLE IF NOT EXISTS purge_clock (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    reached  INTEGER NOT NULL
) STRICT;
