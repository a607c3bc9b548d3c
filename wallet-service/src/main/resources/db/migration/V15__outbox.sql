-- What auth-service has yet to be told is now one kind of message among others.
INSERT INTO outbox (id, kind, subject, payload, written_at)
SELECT id, 'audit', subject,
    json_object('id', id, 'kind', kind, 'actor', actor, 'subject', subject, 'detail', detail,
        'at', strftime('%Y-%m-%dT%H:%M:%S', at / 1000, 'unixepoch') || printf('.%03dZ', at % 1000)),
    at
FROM audit_outbox ORDER BY id;

DROP TABLE audit_outbox;
