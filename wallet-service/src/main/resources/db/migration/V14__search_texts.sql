-- What the owner of a wallet finds a transaction by: counterparty and description, folded (SQLite folds A to Z only).
-- It stands beside the journal and not in it: no seal covers it, and it can be made anew from the postings at any time.
CREATE TABLE search_texts (
    entry INTEGER NOT NULL,
    line  INTEGER NOT NULL,
    text  TEXT    NOT NULL,
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
