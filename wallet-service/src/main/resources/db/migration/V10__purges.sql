-- What is too old is found without a look at what is not.
CREATE INDEX idempotent_requests_by_time ON idempotent_requests (created_at);
CREATE INDEX spent_approvals_by_time ON spent_approvals (spent_at);
CREATE INDEX tombstones_by_time ON reservations (created_at) WHERE state = 'TOMBSTONE';
