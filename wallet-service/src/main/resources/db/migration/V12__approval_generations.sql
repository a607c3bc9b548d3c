-- The oldest generation of a person's approvals that is still good. Of whoever is not in here, all are.
CREATE TABLE approval_generations (
    person    TEXT    PRIMARY KEY,
    oldest    INTEGER NOT NULL CHECK (oldest >= 1),
    raised_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX approval_generations_by_time ON approval_generations (raised_at);
