-- What is too old is found without a look at what is not.
CREATE INDEX idempotent_requests_by_time ON idempotent_requests (created_at);
