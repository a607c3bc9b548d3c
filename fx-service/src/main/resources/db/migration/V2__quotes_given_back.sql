-- Top-ups that gave a quote back: it is free for another one, and a redemption that was delayed on its way cannot take it again.
CREATE TABLE quotes_given_back (
    quote_id      TEXT    NOT NULL REFERENCES quotes (id) ON DELETE CASCADE,
    top_up_id     TEXT    NOT NULL,
    given_back_at INTEGER NOT NULL,
    PRIMARY KEY (quote_id, top_up_id)
) STRICT;
