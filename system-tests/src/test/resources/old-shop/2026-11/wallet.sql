PRAGMA application_id = -1432321852;
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
CREATE TABLE idempotent_requests (
    caller          TEXT    NOT NULL,
    idempotency_key TEXT    NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
    fingerprint     TEXT    NOT NULL,
    status          INTEGER,
    location        TEXT,
    body            TEXT,
    resource        TEXT,
    created_at      INTEGER NOT NULL,
    PRIMARY KEY (caller, idempotency_key),
    CHECK ((status IS NULL) <> (resource IS NULL))
) STRICT;
CREATE TABLE decisions (
    id                TEXT    PRIMARY KEY,
    kind              TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    subject           TEXT    NOT NULL,
    details           TEXT    NOT NULL, -- JSON, in the terms of its kind.
    reason            TEXT    CHECK (length(reason) BETWEEN 3 AND 140),
    requested_by      TEXT    NOT NULL,
    requested_by_name TEXT    NOT NULL,
    requested_at      INTEGER NOT NULL,
    expires_at        INTEGER NOT NULL CHECK (expires_at > requested_at),
    status            TEXT    NOT NULL
                              CHECK (status IN ('AWAITING_CONFIRMATION', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
    decided_by        TEXT,
    decided_by_name   TEXT,
    decided_at        INTEGER,
    alone             INTEGER NOT NULL CHECK (alone IN (0, 1)),
    CHECK ((status = 'AWAITING_CONFIRMATION') = (decided_at IS NULL)),
    CHECK ((status IN ('CONFIRMED', 'REFUSED', 'WITHDRAWN')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_by_name IS NULL)),
    CHECK (status <> 'WITHDRAWN' OR decided_by = requested_by),
    CHECK (status <> 'REFUSED' OR decided_by <> requested_by),
    -- The rule itself, once more: whoever asked confirms only when they were the only one.
    CHECK (status <> 'CONFIRMED' OR (alone = 1) = (decided_by = requested_by)),
    CHECK (status = 'CONFIRMED' OR alone = 0)
) STRICT;
CREATE TABLE accounts (
    name         TEXT    PRIMARY KEY,
    currency     TEXT    NOT NULL CHECK (length(currency) = 3),
    may_overdraw INTEGER NOT NULL CHECK (may_overdraw IN (0, 1)),
    balance      INTEGER NOT NULL,
    reserved     INTEGER NOT NULL CHECK (reserved >= 0),
    -- What a wallet has promised to purchases is covered by what it holds, whatever the program thinks.
    CHECK (may_overdraw = 1 OR balance >= reserved)
) STRICT, WITHOUT ROWID;
CREATE TABLE spent_approvals (
    id       TEXT    PRIMARY KEY,
    spent_on TEXT    NOT NULL,
    spent_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE top_ups (
    id               TEXT    PRIMARY KEY,
    owner            TEXT    NOT NULL,
    status           TEXT    NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'FAILED')),
    charged          INTEGER NOT NULL CHECK (charged > 0),
    charged_currency TEXT    NOT NULL,
    payment_method   TEXT    NOT NULL,
    quote            TEXT,
    -- What it comes to in TikTokens, once that is settled.
    credited         INTEGER CHECK (credited > 0),
    fee              INTEGER CHECK (fee >= 0),
    rounding         INTEGER CHECK (rounding >= 0),
    failure          TEXT,
    decline_code     TEXT,
    attempts         INTEGER NOT NULL DEFAULT 0,
    ask_again_at     INTEGER NOT NULL,
    created_at       INTEGER NOT NULL, holds_quote INTEGER NOT NULL DEFAULT 0
    CHECK (holds_quote IN (0, 1) AND (holds_quote = 0 OR (status = 'FAILED' AND quote IS NOT NULL))),
    CHECK ((status = 'FAILED') = (failure IS NOT NULL)),
    CHECK (status <> 'SUCCEEDED' OR credited IS NOT NULL),
    CHECK ((credited IS NULL) = (fee IS NULL) AND (fee IS NULL) = (rounding IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE sandbox_charges (
    id             TEXT    PRIMARY KEY,
    payment_method TEXT    NOT NULL,
    amount         INTEGER NOT NULL CHECK (amount > 0),
    currency       TEXT    NOT NULL,
    charged_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE "entries" (
    sequence    INTEGER PRIMARY KEY CHECK (sequence >= 1),
    -- The id of what caused it (a top-up, a transfer, a reservation, a refund), so that nothing can be entered twice.
    id          TEXT    NOT NULL UNIQUE,
    kind        TEXT    NOT NULL CHECK (kind IN ('TOP_UP', 'TRANSFER', 'PURCHASE', 'REFUND', 'ADJUSTMENT')),
    reference   TEXT    NOT NULL CHECK (length(reference) > 0),
    description TEXT    NOT NULL CHECK (length(description) > 0),
    recorded_at INTEGER NOT NULL,
    hash        TEXT    NOT NULL CHECK (length(hash) = 64)
, salt TEXT CHECK (length(salt) = 32)) STRICT;
CREATE TABLE "postings" (
    entry         INTEGER NOT NULL REFERENCES "entries" (sequence),
    line          INTEGER NOT NULL CHECK (line >= 1),
    account       TEXT    NOT NULL REFERENCES accounts (name),
    currency      TEXT    NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount <> 0),
    balance_after INTEGER NOT NULL,
    type          TEXT    CHECK (length(type) > 0),
    counterparty  TEXT    CHECK (length(counterparty) > 0),
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE money_requests (
    id                 TEXT    PRIMARY KEY,
    requester          TEXT    NOT NULL,
    requester_username TEXT    NOT NULL,
    requester_name     TEXT    NOT NULL,
    payer              TEXT    NOT NULL,
    payer_name         TEXT    NOT NULL,
    amount             INTEGER NOT NULL CHECK (amount > 0),
    note               TEXT    CHECK (length(note) BETWEEN 1 AND 140),
    -- What nobody answered in time stays OPEN here, and is shown as expired.
    state              TEXT    NOT NULL CHECK (state IN ('OPEN', 'PAID', 'REFUSED', 'WITHDRAWN')),
    transfer           TEXT    REFERENCES entries (id),
    created_at         INTEGER NOT NULL,
    expires_at         INTEGER NOT NULL CHECK (expires_at > created_at),
    CHECK (requester <> payer),
    CHECK ((state = 'PAID') = (transfer IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE anchor_receipts (
    height      INTEGER PRIMARY KEY CHECK (height >= 1),
    hash        TEXT    NOT NULL CHECK (length(hash) = 64),
    anchored_at INTEGER NOT NULL,
    receipt     TEXT    NOT NULL
) STRICT;
CREATE TABLE "spending" (
    owner  TEXT    NOT NULL,
    unit   TEXT    NOT NULL CHECK (unit IN ('DAY', 'MONTH')),
    -- A day such as 2026-01-31, or a month such as 2026-01.
    period TEXT    NOT NULL CHECK (length(period) = CASE unit WHEN 'DAY' THEN 10 ELSE 7 END),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (owner, unit, period)
) STRICT, WITHOUT ROWID;
CREATE TABLE "reservations" (
    id          TEXT    PRIMARY KEY,
    state       TEXT    NOT NULL
        CHECK (state IN ('RESERVED', 'COMMITTED', 'RELEASED', 'TOMBSTONE', 'EXPIRED', 'REFUSED')),
    -- The rest is unknown on a tombstone: a release that came before its reserve.
    body_hash   TEXT,
    customer_id TEXT,
    payee_id    TEXT,
    payee_name  TEXT,
    order_id    TEXT,
    amount      INTEGER CHECK (amount > 0),
    refusal     TEXT
        CHECK (refusal IN ('INSUFFICIENT_FUNDS', 'LIMIT_EXCEEDED', 'WALLET_FROZEN', 'PAYEE_FROZEN')),
    refunded    INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    expires_at  INTEGER,
    -- SHA-256 over all that does not change; what was reserved before there were seals has none.
    seal        TEXT    CHECK (length(seal) = 64),
    CHECK ((state = 'TOMBSTONE') = (body_hash IS NULL)),
    CHECK (state = 'TOMBSTONE' OR (customer_id IS NOT NULL AND payee_id IS NOT NULL AND payee_name IS NOT NULL
        AND order_id IS NOT NULL AND amount IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CHECK (refunded = 0 OR (state = 'COMMITTED' AND refunded BETWEEN 0 AND amount))
) STRICT, WITHOUT ROWID;
CREATE TABLE "refunds" (
    id          TEXT    PRIMARY KEY REFERENCES entries (id),
    reservation TEXT    NOT NULL REFERENCES "reservations" (id),
    amount      INTEGER NOT NULL CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE freezes (
    id                 TEXT    PRIMARY KEY,
    owner              TEXT    NOT NULL,
    -- NONE lifts the one before.
    direction          TEXT    NOT NULL CHECK (direction IN ('NONE', 'IN', 'OUT', 'BOTH')),
    reason             TEXT    NOT NULL CHECK (length(reason) BETWEEN 3 AND 140),
    administrator      TEXT    NOT NULL,
    administrator_name TEXT    NOT NULL,
    decided_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE frozen_wallets (
    owner     TEXT PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('IN', 'OUT', 'BOTH')),
    freeze    TEXT NOT NULL UNIQUE REFERENCES freezes (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_outbox (
    id      TEXT    PRIMARY KEY,
    kind    TEXT    NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    actor   TEXT    NOT NULL,
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL CHECK (length(detail) BETWEEN 1 AND 200),
    at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE approval_generations (
    person    TEXT    PRIMARY KEY,
    oldest    INTEGER NOT NULL CHECK (oldest >= 1),
    raised_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE search_texts (
    entry INTEGER NOT NULL,
    line  INTEGER NOT NULL,
    text  TEXT    NOT NULL,
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE purge_clock (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    reached  INTEGER NOT NULL
) STRICT;
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'idempotent requests', 'SQL', 'V0_1__idempotent_requests.sql', 1653581932, '', '2026-11-27 04:04:11.969', 2, 1);
INSERT INTO flyway_schema_history VALUES (2, '0.3', 'decisions', 'SQL', 'V0_3__decisions.sql', -1339376554, '', '2026-11-27 04:04:11.998', 1, 1);
INSERT INTO flyway_schema_history VALUES (3, '1', 'ledger', 'SQL', 'V1__ledger.sql', 992551935, '', '2026-11-27 04:04:12.013', 1, 1);
INSERT INTO flyway_schema_history VALUES (4, '2', 'reservations', 'SQL', 'V2__reservations.sql', 476941311, '', '2026-11-27 04:04:12.024', 1, 1);
INSERT INTO flyway_schema_history VALUES (5, '3', 'top ups', 'SQL', 'V3__top_ups.sql', -1442188216, '', '2026-11-27 04:04:12.037', 1, 1);
INSERT INTO flyway_schema_history VALUES (6, '4', 'transfers', 'SQL', 'V4__transfers.sql', 2106268533, '', '2026-11-27 04:04:12.081', 20, 1);
INSERT INTO flyway_schema_history VALUES (7, '5', 'money requests', 'SQL', 'V5__money_requests.sql', -1924799703, '', '2026-11-27 04:04:12.103', 12, 1);
INSERT INTO flyway_schema_history VALUES (8, '6', 'anchor receipts', 'SQL', 'V6__anchor_receipts.sql', -1499411506, '', '2026-11-27 04:04:12.115', 6, 1);
INSERT INTO flyway_schema_history VALUES (9, '7', 'spending in one table', 'SQL', 'V7__spending_in_one_table.sql', -1001379028, '', '2026-11-27 04:04:12.128', 6, 1);
INSERT INTO flyway_schema_history VALUES (10, '8', 'salts and seals', 'SQL', 'V8__salts_and_seals.sql', -1135955227, '', '2026-11-27 04:04:12.187', 31, 1);
INSERT INTO flyway_schema_history VALUES (11, '9', 'freezes and adjustments', 'SQL', 'V9__freezes_and_adjustments.sql', -1784615420, '', '2026-11-27 04:04:12.221', 1, 1);
INSERT INTO flyway_schema_history VALUES (12, '10', 'purges', 'SQL', 'V10__purges.sql', 959107412, '', '2026-11-27 04:04:12.283', 4, 1);
INSERT INTO flyway_schema_history VALUES (13, '11', 'decisions', 'SQL', 'V11__decisions.sql', -60702725, '', '2026-11-27 04:04:12.305', 1, 1);
INSERT INTO flyway_schema_history VALUES (14, '12', 'approval generations', 'SQL', 'V12__approval_generations.sql', 63452700, '', '2026-11-27 04:04:12.338', 15, 1);
INSERT INTO flyway_schema_history VALUES (15, '13', 'quotes given back', 'SQL', 'V13__quotes_given_back.sql', -839111440, '', '2026-11-27 04:04:12.352', 5, 1);
INSERT INTO flyway_schema_history VALUES (16, '14', 'search texts', 'SQL', 'V14__search_texts.sql', -871541757, '', '2026-11-27 04:04:12.370', 0, 1);
INSERT INTO flyway_schema_history VALUES (17, '14.1', 'Fold search texts', 'JDBC', 'db.migration.V14_1__Fold_search_texts', NULL, '', '2026-11-27 04:04:12.385', 11, 1);
INSERT INTO flyway_schema_history VALUES (18, NULL, 'purge clock', 'SQL', 'R__purge_clock.sql', -1526591512, '', '2026-11-27 04:04:12.412', 9, 1);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '0dabe0d8-f983-457b-b78f-9602d31ae59e', '5e25de0d3386243530f3e8136adb2adef1826845968631cd4ffe6c5e83418a26', NULL, NULL, NULL, '01a21b2d-fed6-75d2-a11c-09c9bd68892a', @now-163056);
INSERT INTO idempotent_requests VALUES ('01a21b30-1ce2-7637-b4af-2b226af88e6b', '36d416c0-8bcc-48ac-a06f-3edeb7ac58ae', '35dd07659286c4787e14cca7a39df15d28a4713aa98680c6c8e4435410788168', NULL, NULL, NULL, '01a21b30-2252-7248-aeb0-049e7fa50be3', @now-22969);
INSERT INTO idempotent_requests VALUES ('01a21b30-22d1-76d1-b86d-9a9ceec43e46', '53d6b364-e4f9-4651-8180-2c9b4fe2da68', '49eb94bb77bd3ab181cf921bb384c9545e7fe2f43d3169f7aa99263de6321caf', NULL, NULL, NULL, '01a21b30-26a2-70f6-833d-36ebfdbf7e1d', @now-21866);
INSERT INTO idempotent_requests VALUES ('01a21b30-2a98-7534-868f-bd8e93056a93', '6a16510f-9d50-4140-9ba8-ba62a585a923', '324f7a86dc29cb6c2261c7018da88705f9c9d7bf9413625f92002b7f4daec629', NULL, NULL, NULL, '01a21b30-2c5b-7395-8967-3cb381294e91', @now-20400);
INSERT INTO idempotent_requests VALUES ('01a21b2c-4af8-7781-a616-51451e6bb385', '5564794e-e661-4a61-9f06-00ca78f0c3ce', '67c9d6cde87c89253c32e481b0bfc2e4b052ceddfa4b9cb982e10d8c0a0527fe', 201, '/api/admin/adjustments/01a21b30-3cae-77a0-9b84-0bd5b87439d5', '{"id":"01a21b30-3cae-77a0-9b84-0bd5b87439d5","state":"BOOKED","ownerId":"01a21b2d-f12b-7757-ab32-d537a453c426","amount":{"amount":500,"currency":"TTK"},"reason":"paid twice","transactionId":"01a21b30-3cae-77a0-9b84-0bd5b87439d5","requestedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","requestedByName":"admin","requestedAt":"2026-11-27T04:07:55.822Z","expiresAt":"2026-12-04T04:07:55.822Z","decidedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","decidedByName":"admin","decidedAt":"2026-11-27T04:07:55.825Z","alone":true}', NULL, @now-16187);
INSERT INTO idempotent_requests VALUES ('01a21b30-40ce-7254-b796-8609e08fddf4', '6946890b-fb96-4554-9a00-aaf26ed20367', '49eb94bb77bd3ab181cf921bb384c9545e7fe2f43d3169f7aa99263de6321caf', NULL, NULL, NULL, '01a21b30-4236-7369-9910-aafeed348992', @now-14806);
INSERT INTO idempotent_requests VALUES ('01a21b30-42f7-7073-ba7b-19662ca423a8', 'a1d5ce83-83ca-45b4-9ae6-896d6211bb39', '49eb94bb77bd3ab181cf921bb384c9545e7fe2f43d3169f7aa99263de6321caf', NULL, NULL, NULL, '01a21b30-4510-71c7-b8a9-c6652b74bd02', @now-14076);
INSERT INTO idempotent_requests VALUES ('01a21b2c-4af8-7781-a616-51451e6bb385', '54a21c53-97d9-4ff6-bade-eb27d7e3c69d', '490504063613f402944ecdb59f9596f08d034069f6eb70485a6a9bcffaf6f994', 202, '/api/admin/adjustments/01a21b30-4678-76a7-9a1a-63b88baaca21', '{"id":"01a21b30-4678-76a7-9a1a-63b88baaca21","state":"AWAITING_CONFIRMATION","ownerId":"01a21b2d-f12b-7757-ab32-d537a453c426","amount":{"amount":-200,"currency":"TTK"},"reason":"paid twice","requestedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","requestedByName":"admin","requestedAt":"2026-11-27T04:07:58.328Z","expiresAt":"2026-12-04T04:07:58.328Z","alone":false}', NULL, @now-13715);
INSERT INTO idempotent_requests VALUES ('01a21b30-3cf2-74d5-8073-6384b1595bc3', '10a32fd2-12c4-4b42-a4a9-01aff61379b8', '618b315e83de3021e68b0fbee98057d949d28b84abeb817e3883ce4b5800e35a', 200, NULL, '{"id":"01a21b30-4678-76a7-9a1a-63b88baaca21","state":"BOOKED","ownerId":"01a21b2d-f12b-7757-ab32-d537a453c426","amount":{"amount":-200,"currency":"TTK"},"reason":"paid twice","transactionId":"01a21b30-4678-76a7-9a1a-63b88baaca21","requestedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","requestedByName":"admin","requestedAt":"2026-11-27T04:07:58.328Z","expiresAt":"2026-12-04T04:07:58.328Z","decidedBy":"01a21b30-3cf2-74d5-8073-6384b1595bc3","decidedByName":"dave5","decidedAt":"2026-11-27T04:07:58.400Z","alone":false}', NULL, @now-13642);
INSERT INTO idempotent_requests VALUES ('01a21b2c-4af8-7781-a616-51451e6bb385', '09d30161-70ce-4a73-aa68-cb8be07643bc', '230aa6004d4be62bc8efe75ec31818a17cd7e8e196a9b7de8dd5cf7e2eefb727', 202, '/api/admin/adjustments/01a21b30-46ff-7283-b326-f64194658698', '{"id":"01a21b30-46ff-7283-b326-f64194658698","state":"AWAITING_CONFIRMATION","ownerId":"01a21b2d-f12b-7757-ab32-d537a453c426","amount":{"amount":100,"currency":"TTK"},"reason":"paid twice","requestedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","requestedByName":"admin","requestedAt":"2026-11-27T04:07:58.463Z","expiresAt":"2026-12-04T04:07:58.463Z","alone":false}', NULL, @now-13580);
INSERT INTO idempotent_requests VALUES ('01a21b2c-4af8-7781-a616-51451e6bb385', '2baf226a-3a06-4491-ad13-586973119409', '96bffe9bf90573bc7daa3205322c71a54250a3fe8fffd5a3039039f735e93f49', 202, '/api/admin/adjustments/01a21b30-4775-7535-8cf1-7e682d40646b', '{"id":"01a21b30-4775-7535-8cf1-7e682d40646b","state":"AWAITING_CONFIRMATION","ownerId":"01a21b2d-f12b-7757-ab32-d537a453c426","amount":{"amount":150,"currency":"TTK"},"reason":"paid twice","requestedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","requestedByName":"admin","requestedAt":"2026-11-27T04:07:58.581Z","expiresAt":"2026-12-04T04:07:58.581Z","alone":false}', NULL, @now-13461);
INSERT INTO idempotent_requests VALUES ('01a21b2c-4af8-7781-a616-51451e6bb385', '12a241b5-ebb0-45f6-9e5c-dbacfbe92404', 'f59d77b4fd68b0c554ba8c0d415c46bd1553406966954bffdd4c58e0c8f3c6fc', 202, '/api/admin/adjustments/01a21b30-47ca-715d-ba98-b1a36eeb05e2', '{"id":"01a21b30-47ca-715d-ba98-b1a36eeb05e2","state":"AWAITING_CONFIRMATION","ownerId":"01a21b30-1ce2-7637-b4af-2b226af88e6b","amount":{"amount":-300,"currency":"TTK"},"reason":"paid twice","requestedBy":"01a21b2c-4af8-7781-a616-51451e6bb385","requestedByName":"admin","requestedAt":"2026-11-27T04:07:58.666Z","expiresAt":"2026-12-04T04:07:58.666Z","alone":false}', NULL, @now-13376);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'd3b904d7-93f7-488e-910f-c01f33383b1f', '99417781f2f2775a338765ab4167b7492c119c3551bd7670e9ff40d17c55934a', 201, NULL, '{"id":"01a21b30-4bbc-77af-970e-b196fa228031","type":"TRANSFER_OUT","amount":{"amount":-150,"currency":"TTK"},"balanceAfter":{"amount":15150,"currency":"TTK"},"counterparty":"henry2 (h•••)","description":"Café 午餐","reference":"01a21b30-4bbc-77af-970e-b196fa228031","createdAt":"2026-11-27T04:07:59.736Z"}', NULL, @now-12299);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'fcb7dac4-142b-4c47-9abd-63822a69c34a', '1161245d89cf3cd2dde9940c88c4d3dd8f0b76dc4c9d22edf34fbedf96a35be4', 201, NULL, '{"id":"01a21b30-4c4d-7777-ae43-7fb936df28a1","type":"TRANSFER_OUT","amount":{"amount":-250,"currency":"TTK"},"balanceAfter":{"amount":14900,"currency":"TTK"},"counterparty":"henry2 (h•••)","description":"Grüße","reference":"01a21b30-4c4d-7777-ae43-7fb936df28a1","createdAt":"2026-11-27T04:07:59.844Z"}', NULL, @now-12199);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '69f229ce-cd8d-4176-b55c-1e7e4e563307', '3a5d6e82575cb76eb3aca11f136ea5eb54bdb6b982a5e67d11a83f160624efb1', NULL, NULL, NULL, '01a21b30-4c8f-721e-b8f4-4e44777f67e9', @now-12156);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'c75cfbad-faf1-4417-b526-0dd3bd4e3833', '4462e93ead47c4fb24a2bd40a6ea83f08f796a8cbb8c19acb990ecf2d1f859ad', NULL, NULL, NULL, '01a21b30-4e03-7062-a576-167163ea9360', @now-11785);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '3023c634-7509-4537-985a-3f9b926c683e', 'ccf762ec26b13a0e799384048cd98bdad0d5d89356c3960f45357a49cf466593', NULL, NULL, NULL, '01a21b30-4ef3-73fd-8045-b259620e926d', @now-11545);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '7f425c03-5548-45a6-aaf8-2fb089614438', 'e13efd36aaae78e521ea38cc63e77f0fb0e13d79089df3d28c9ad44da1f13578', 201, NULL, '{"id":"01a21b30-4f91-710d-8801-20ffce871e6f","requester":{"id":"01a21b2d-f12b-7757-ab32-d537a453c426","username":"alice1","name":"alice1 (a•••)"},"from":"henry2 (h•••)","amount":{"amount":400,"currency":"TTK"},"status":"OPEN","createdAt":"2026-11-27T04:08:00.656Z","expiresAt":"2026-12-04T04:08:00.656Z"}', NULL, @now-11377);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'a1a401ce-9b22-4926-a827-28d8a3dff4f8', 'e13efd36aaae78e521ea38cc63e77f0fb0e13d79089df3d28c9ad44da1f13578', 201, NULL, '{"id":"01a21b30-4fbe-736d-8537-73f03f3d927a","requester":{"id":"01a21b2d-f12b-7757-ab32-d537a453c426","username":"alice1","name":"alice1 (a•••)"},"from":"henry2 (h•••)","amount":{"amount":400,"currency":"TTK"},"status":"OPEN","createdAt":"2026-11-27T04:08:00.701Z","expiresAt":"2026-12-04T04:08:00.701Z"}', NULL, @now-11342);
INSERT INTO idempotent_requests VALUES ('01a21b30-1ce2-7637-b4af-2b226af88e6b', 'f3de5d1e-a989-43a7-9510-1d7e0e7ffa3d', '3362cd66e19e997cc723a5d6f0802779921ca1e7f4e22f52b6010add5cc36d74', 201, NULL, '{"id":"01a21b30-4ff4-74ca-bb2e-7ac239d9abb8","type":"TRANSFER_OUT","amount":{"amount":-400,"currency":"TTK"},"balanceAfter":{"amount":5000,"currency":"TTK"},"counterparty":"alice1 (a•••)","description":"Transfer","reference":"01a21b30-4ff4-74ca-bb2e-7ac239d9abb8","createdAt":"2026-11-27T04:08:00.795Z"}', NULL, @now-11247);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'c9e00110-9bbf-4035-8cd7-e508dc315a50', 'e13efd36aaae78e521ea38cc63e77f0fb0e13d79089df3d28c9ad44da1f13578', 201, NULL, '{"id":"01a21b30-5054-71ee-8f0d-b2f9ec902f82","requester":{"id":"01a21b2d-f12b-7757-ab32-d537a453c426","username":"alice1","name":"alice1 (a•••)"},"from":"henry2 (h•••)","amount":{"amount":400,"currency":"TTK"},"status":"OPEN","createdAt":"2026-11-27T04:08:00.852Z","expiresAt":"2026-12-04T04:08:00.852Z"}', NULL, @now-11192);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '33b1b5c5-caa5-4eba-8814-7afda97e4c6b', 'e13efd36aaae78e521ea38cc63e77f0fb0e13d79089df3d28c9ad44da1f13578', 201, NULL, '{"id":"01a21b30-50a8-7184-848c-eaa2fdd6fd82","requester":{"id":"01a21b2d-f12b-7757-ab32-d537a453c426","username":"alice1","name":"alice1 (a•••)"},"from":"henry2 (h•••)","amount":{"amount":400,"currency":"TTK"},"status":"OPEN","createdAt":"2026-11-27T04:08:00.936Z","expiresAt":"2026-12-04T04:08:00.936Z"}', NULL, @now-11107);
INSERT INTO idempotent_requests VALUES ('01a21b30-57bd-71e7-9e0a-a4773934dac7', '878f6581-2764-419d-92d5-8bcd7c0854ef', '97160d28fd4b5cff550abf715143aa15791a25222e9f0c59a5ef34deb38d6cbe', NULL, NULL, NULL, '01a21b30-59c4-717b-8520-0f20de3d911d', @now-8776);
INSERT INTO idempotent_requests VALUES ('01a21b30-6d21-741f-949a-01f57ab28527', '889a9e5f-bdc8-4b56-8307-73461a18ca8f', '35dd07659286c4787e14cca7a39df15d28a4713aa98680c6c8e4435410788168', NULL, NULL, NULL, '01a21b30-6f29-748a-ab8f-6c11604c2b7e', @now-3298);
INSERT INTO idempotent_requests VALUES ('01a21b30-6fe3-7187-99f3-880aaa993bf6', 'b0c3259e-9cc7-4546-b623-d550dc4252f6', '49eb94bb77bd3ab181cf921bb384c9545e7fe2f43d3169f7aa99263de6321caf', NULL, NULL, NULL, '01a21b30-7190-7009-9f1a-6d1c607df50f', @now-2684);
INSERT INTO idempotent_requests VALUES ('01a21b30-74a7-70da-a16c-c112b3324979', 'f13dd6fc-a15f-4221-bfee-1c64b6592f64', '49eb94bb77bd3ab181cf921bb384c9545e7fe2f43d3169f7aa99263de6321caf', NULL, NULL, NULL, '01a21b30-76b0-75ef-af11-5440bfa7db68', @now-1372);
INSERT INTO idempotent_requests VALUES ('01a21b30-77f7-754b-b07a-b58e114b1096', '634824d3-51ed-4765-b09e-445f7c707ad9', '49eb94bb77bd3ab181cf921bb384c9545e7fe2f43d3169f7aa99263de6321caf', NULL, NULL, NULL, '01a21b30-7a3c-76c7-8c25-8c366c5e03c0', @now-463);
INSERT INTO decisions VALUES ('01a21b30-3cae-77a0-9b84-0bd5b87439d5', 'ADJUSTMENT', '01a21b2d-f12b-7757-ab32-d537a453c426', '{"amount":500}', 'paid twice', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-16222, @now+604783778, 'CONFIRMED', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-16219, 1);
INSERT INTO decisions VALUES ('01a21b30-4678-76a7-9a1a-63b88baaca21', 'ADJUSTMENT', '01a21b2d-f12b-7757-ab32-d537a453c426', '{"amount":-200}', 'paid twice', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-13716, @now+604786284, 'CONFIRMED', '01a21b30-3cf2-74d5-8073-6384b1595bc3', 'dave5', @now-13644, 0);
INSERT INTO decisions VALUES ('01a21b30-46ff-7283-b326-f64194658698', 'ADJUSTMENT', '01a21b2d-f12b-7757-ab32-d537a453c426', '{"amount":100}', 'paid twice', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-13581, @now+604786419, 'REFUSED', '01a21b30-3cf2-74d5-8073-6384b1595bc3', 'dave5', @now-13551, 0);
INSERT INTO decisions VALUES ('01a21b30-4775-7535-8cf1-7e682d40646b', 'ADJUSTMENT', '01a21b2d-f12b-7757-ab32-d537a453c426', '{"amount":150}', 'paid twice', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-13463, @now+604786537, 'WITHDRAWN', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-13441, 0);
INSERT INTO decisions VALUES ('01a21b30-47ca-715d-ba98-b1a36eeb05e2', 'ADJUSTMENT', '01a21b30-1ce2-7637-b4af-2b226af88e6b', '{"amount":-300}', 'paid twice', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-13378, @now+604786622, 'AWAITING_CONFIRMATION', NULL, NULL, NULL, 0);
INSERT INTO accounts VALUES ('card-clearing/SGD', 'SGD', 1, -33800, 0);
INSERT INTO accounts VALUES ('card-clearing/USD', 'USD', 1, -5000, 0);
INSERT INTO accounts VALUES ('fx/SGD', 'SGD', 1, 33800, 0);
INSERT INTO accounts VALUES ('fx/USD', 'USD', 1, 5000, 0);
INSERT INTO accounts VALUES ('issuance', 'TTK', 1, -40560, 0);
INSERT INTO accounts VALUES ('rounding', 'TTK', 1, 1, 0);
INSERT INTO accounts VALUES ('wallet/00000000-0000-7000-8000-000000000001', 'TTK', 0, 4940, 0);
INSERT INTO accounts VALUES ('wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 0, 18309, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-1ce2-7637-b4af-2b226af88e6b', 'TTK', 0, 5000, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-22d1-76d1-b86d-9a9ceec43e46', 'TTK', 0, 1000, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-2a98-7534-868f-bd8e93056a93', 'TTK', 0, 2000, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-40ce-7254-b796-8609e08fddf4', 'TTK', 0, 1000, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-42f7-7073-ba7b-19662ca423a8', 'TTK', 0, 1000, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-57bd-71e7-9e0a-a4773934dac7', 'TTK', 0, 100, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-6d21-741f-949a-01f57ab28527', 'TTK', 0, 5000, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-6fe3-7187-99f3-880aaa993bf6', 'TTK', 0, 1000, 790);
INSERT INTO accounts VALUES ('wallet/01a21b30-74a7-70da-a16c-c112b3324979', 'TTK', 0, 210, 0);
INSERT INTO accounts VALUES ('wallet/01a21b30-77f7-754b-b07a-b58e114b1096', 'TTK', 0, 1000, 0);
INSERT INTO spent_approvals VALUES ('01a21b30-54ed-7219-8fdd-68ac81005b7b', '01a21b30-5539-72c6-bebc-4c72160d74f8', @now-9671);
INSERT INTO spent_approvals VALUES ('01a21b30-5c08-7506-91ec-765e4dfa6f47', '4b59fbe2-79c9-49be-aa81-087c492418c9', @now-8144);
INSERT INTO spent_approvals VALUES ('01a21b30-5cb9-70c6-8b76-ee3bf52bf11f', '3588ddc3-a9f9-49e8-9f50-51ab3057d118', @now-7996);
INSERT INTO spent_approvals VALUES ('01a21b30-5d40-7073-abfa-9bb23a2d7cf0', '99e0f814-5949-4032-89de-8742cd5b2d42', @now-7869);
INSERT INTO spent_approvals VALUES ('01a21b30-7263-7055-acaa-068153c9b5b7', '23722dd5-6d7f-446e-8558-9ed79b4dd3eb', @now-2443);
INSERT INTO spent_approvals VALUES ('01a21b30-774b-75b5-9e27-f9029df5daa1', '01a21b30-7788-706a-bc9f-6c507b37bcd3', @now-1090);
INSERT INTO top_ups VALUES ('01a21b2d-fed6-75d2-a11c-09c9bd68892a', '01a21b2d-f12b-7757-ab32-d537a453c426', 'SUCCEEDED', 15000, 'SGD', 'pm_card_visa', NULL, 15000, 0, 0, NULL, NULL, 0, @now-153057, @now-163125, 0);
INSERT INTO top_ups VALUES ('01a21b30-2252-7248-aeb0-049e7fa50be3', '01a21b30-1ce2-7637-b4af-2b226af88e6b', 'SUCCEEDED', 5000, 'SGD', 'pm_card_visa', NULL, 5000, 0, 0, NULL, NULL, 0, @now-12969, @now-22970, 0);
INSERT INTO top_ups VALUES ('01a21b30-26a2-70f6-833d-36ebfdbf7e1d', '01a21b30-22d1-76d1-b86d-9a9ceec43e46', 'SUCCEEDED', 1000, 'SGD', 'pm_card_visa', NULL, 1000, 0, 0, NULL, NULL, 0, @now-11866, @now-21866, 0);
INSERT INTO top_ups VALUES ('01a21b30-2c5b-7395-8967-3cb381294e91', '01a21b30-2a98-7534-868f-bd8e93056a93', 'SUCCEEDED', 2000, 'SGD', 'pm_card_visa', NULL, 2000, 0, 0, NULL, NULL, 0, @now-10401, @now-20401, 0);
INSERT INTO top_ups VALUES ('01a21b30-4236-7369-9910-aafeed348992', '01a21b30-40ce-7254-b796-8609e08fddf4', 'SUCCEEDED', 1000, 'SGD', 'pm_card_visa', NULL, 1000, 0, 0, NULL, NULL, 0, @now-4806, @now-14806, 0);
INSERT INTO top_ups VALUES ('01a21b30-4510-71c7-b8a9-c6652b74bd02', '01a21b30-42f7-7073-ba7b-19662ca423a8', 'SUCCEEDED', 1000, 'SGD', 'pm_card_visa', NULL, 1000, 0, 0, NULL, NULL, 0, @now-4076, @now-14076, 0);
INSERT INTO top_ups VALUES ('01a21b30-4c8f-721e-b8f4-4e44777f67e9', '01a21b2d-f12b-7757-ab32-d537a453c426', 'SUCCEEDED', 700, 'SGD', 'pm_card_mastercard', NULL, 700, 0, 0, NULL, NULL, 0, @now-2157, @now-12157, 0);
INSERT INTO top_ups VALUES ('01a21b30-4e03-7062-a576-167163ea9360', '01a21b2d-f12b-7757-ab32-d537a453c426', 'FAILED', 5000, 'USD', 'pm_card_chargeDeclined', '01a21b30-4dc0-76d2-b546-deec0280445f', 6459, 0, 1, 'CARD_DECLINED', 'generic_decline', 0, @now-1785, @now-11785, 0);
INSERT INTO top_ups VALUES ('01a21b30-4ef3-73fd-8045-b259620e926d', '01a21b2d-f12b-7757-ab32-d537a453c426', 'SUCCEEDED', 5000, 'USD', 'pm_card_visa', '01a21b30-4dc0-76d2-b546-deec0280445f', 6459, 0, 1, NULL, NULL, 0, @now-1545, @now-11545, 0);
INSERT INTO top_ups VALUES ('01a21b30-59c4-717b-8520-0f20de3d911d', '01a21b30-57bd-71e7-9e0a-a4773934dac7', 'SUCCEEDED', 100, 'SGD', 'pm_card_visa', NULL, 100, 0, 0, NULL, NULL, 0, @now+1224, @now-8776, 0);
INSERT INTO top_ups VALUES ('01a21b30-6f29-748a-ab8f-6c11604c2b7e', '01a21b30-6d21-741f-949a-01f57ab28527', 'SUCCEEDED', 5000, 'SGD', 'pm_card_visa', NULL, 5000, 0, 0, NULL, NULL, 0, @now+6702, @now-3299, 0);
INSERT INTO top_ups VALUES ('01a21b30-7190-7009-9f1a-6d1c607df50f', '01a21b30-6fe3-7187-99f3-880aaa993bf6', 'SUCCEEDED', 1000, 'SGD', 'pm_card_visa', NULL, 1000, 0, 0, NULL, NULL, 0, @now+7316, @now-2684, 0);
INSERT INTO top_ups VALUES ('01a21b30-76b0-75ef-af11-5440bfa7db68', '01a21b30-74a7-70da-a16c-c112b3324979', 'SUCCEEDED', 1000, 'SGD', 'pm_card_visa', NULL, 1000, 0, 0, NULL, NULL, 0, @now+8628, @now-1372, 0);
INSERT INTO top_ups VALUES ('01a21b30-7a3c-76c7-8c25-8c366c5e03c0', '01a21b30-77f7-754b-b07a-b58e114b1096', 'SUCCEEDED', 1000, 'SGD', 'pm_card_visa', NULL, 1000, 0, 0, NULL, NULL, 0, @now+9537, @now-464, 0);
INSERT INTO sandbox_charges VALUES ('01a21b2d-fed6-75d2-a11c-09c9bd68892a', 'pm_card_visa', 15000, 'SGD', @now-163032);
INSERT INTO sandbox_charges VALUES ('01a21b30-2252-7248-aeb0-049e7fa50be3', 'pm_card_visa', 5000, 'SGD', @now-22965);
INSERT INTO sandbox_charges VALUES ('01a21b30-26a2-70f6-833d-36ebfdbf7e1d', 'pm_card_visa', 1000, 'SGD', @now-21861);
INSERT INTO sandbox_charges VALUES ('01a21b30-2c5b-7395-8967-3cb381294e91', 'pm_card_visa', 2000, 'SGD', @now-20398);
INSERT INTO sandbox_charges VALUES ('01a21b30-4236-7369-9910-aafeed348992', 'pm_card_visa', 1000, 'SGD', @now-14802);
INSERT INTO sandbox_charges VALUES ('01a21b30-4510-71c7-b8a9-c6652b74bd02', 'pm_card_visa', 1000, 'SGD', @now-14074);
INSERT INTO sandbox_charges VALUES ('01a21b30-4c8f-721e-b8f4-4e44777f67e9', 'pm_card_mastercard', 700, 'SGD', @now-12151);
INSERT INTO sandbox_charges VALUES ('01a21b30-4e03-7062-a576-167163ea9360', 'pm_card_chargeDeclined', 5000, 'USD', @now-11694);
INSERT INTO sandbox_charges VALUES ('01a21b30-4ef3-73fd-8045-b259620e926d', 'pm_card_visa', 5000, 'USD', @now-11511);
INSERT INTO sandbox_charges VALUES ('01a21b30-59c4-717b-8520-0f20de3d911d', 'pm_card_visa', 100, 'SGD', @now-8774);
INSERT INTO sandbox_charges VALUES ('01a21b30-6f29-748a-ab8f-6c11604c2b7e', 'pm_card_visa', 5000, 'SGD', @now-3297);
INSERT INTO sandbox_charges VALUES ('01a21b30-7190-7009-9f1a-6d1c607df50f', 'pm_card_visa', 1000, 'SGD', @now-2614);
INSERT INTO sandbox_charges VALUES ('01a21b30-76b0-75ef-af11-5440bfa7db68', 'pm_card_visa', 1000, 'SGD', @now-1368);
INSERT INTO sandbox_charges VALUES ('01a21b30-7a3c-76c7-8c25-8c366c5e03c0', 'pm_card_visa', 1000, 'SGD', @now-462);
INSERT INTO entries VALUES (1, '01a21b2d-fed6-75d2-a11c-09c9bd68892a', 'TOP_UP', '01a21b2d-fed6-75d2-a11c-09c9bd68892a', 'Card top-up of 150.00 SGD', 1795752329102, '5fe6755cf175dc8538183982be90f3cafa747d5276666c0b4eeddd847b0226fe', '553490ab039953aa538dcd429722b5fa');
INSERT INTO entries VALUES (2, '01a21b30-2252-7248-aeb0-049e7fa50be3', 'TOP_UP', '01a21b30-2252-7248-aeb0-049e7fa50be3', 'Card top-up of 50.00 SGD', 1795752469093, 'c2b7f746df9fe5177893f59e23d41ec90e060424c3db4e8561c8ed5f7eb7aca8', '80c2b372730048b64a19c5a36272007d');
INSERT INTO entries VALUES (3, '01a21b30-26a2-70f6-833d-36ebfdbf7e1d', 'TOP_UP', '01a21b30-26a2-70f6-833d-36ebfdbf7e1d', 'Card top-up of 10.00 SGD', 1795752470185, '0c1e35194eadb6d17c4ceac033a132c6cab5b6ebc174934735384dbcc44767ef', 'b430a3954b18fe6430be79ba41177eaa');
INSERT INTO entries VALUES (4, '01a21b30-2c5b-7395-8967-3cb381294e91', 'TOP_UP', '01a21b30-2c5b-7395-8967-3cb381294e91', 'Card top-up of 20.00 SGD', 1795752471650, '013fe526a9d1603705f7aa0d7f4021fa6c84c275cb52105db75cc22e0bf9ef71', '0a4cc1dfd825b3ea3f1435d3371179a7');
INSERT INTO entries VALUES (5, '01a21b30-3cae-77a0-9b84-0bd5b87439d5', 'ADJUSTMENT', '01a21b30-3cae-77a0-9b84-0bd5b87439d5', 'Correction: paid twice', 1795752475824, '8b9c5b6ee55ef0103aeb4dc9a5644bd53c3175be95c505b005e205156f738f85', '662c095bf65f821d2cd2c94c790bbcfb');
INSERT INTO entries VALUES (6, '01a21b30-4236-7369-9910-aafeed348992', 'TOP_UP', '01a21b30-4236-7369-9910-aafeed348992', 'Card top-up of 10.00 SGD', 1795752477248, '117d3841570f61bd8045e7dc720fcc615ce89f0760dc23e7877df6af90b64a2a', '380c91d9a003d5f30e29aaf6f695625f');
INSERT INTO entries VALUES (7, '01a21b30-4510-71c7-b8a9-c6652b74bd02', 'TOP_UP', '01a21b30-4510-71c7-b8a9-c6652b74bd02', 'Card top-up of 10.00 SGD', 1795752477973, 'b46d16c9c034b422a12722a2405e8359fb8a169e207b14475c4863dc28ea22de', '78e5adec4f5a878f927717fd8a2715a0');
INSERT INTO entries VALUES (8, '01a21b30-4678-76a7-9a1a-63b88baaca21', 'ADJUSTMENT', '01a21b30-4678-76a7-9a1a-63b88baaca21', 'Correction: paid twice', 1795752478399, '174ec2de0d4bc35004a2a167b21a033764b6f8209914c01995b6e1c6b6b03e1f', '0fead73fe2e83e016938096018fdefed');
INSERT INTO entries VALUES (9, '01a21b30-4bbc-77af-970e-b196fa228031', 'TRANSFER', '01a21b30-4bbc-77af-970e-b196fa228031', 'Café 午餐', 1795752479736, '630ae1aba4462fc64c57bde240d945e6e332cb1ceb51726bd18294b071cf7e38', 'b5ce3212fe3d844cb19854a48ae96103');
INSERT INTO entries VALUES (10, '01a21b30-4c4d-7777-ae43-7fb936df28a1', 'TRANSFER', '01a21b30-4c4d-7777-ae43-7fb936df28a1', 'Grüße', 1795752479844, 'a4226c8bd24a701caa78f75a16db95cc500d322c4d1f32b47519dd0535795b97', 'b00078d358dad943c8cf4464a47a3364');
INSERT INTO entries VALUES (11, '01a21b30-4c8f-721e-b8f4-4e44777f67e9', 'TOP_UP', '01a21b30-4c8f-721e-b8f4-4e44777f67e9', 'Card top-up of 7.00 SGD', 1795752479896, 'fdb3e2cc9bcc48ca930d9308ddde2a53c3aaf6ba0b2c8949509720ef4a7328ce', 'be5874d35528a8b0e7a825767b4ded92');
INSERT INTO entries VALUES (12, '01a21b30-4ef3-73fd-8045-b259620e926d', 'TOP_UP', '01a21b30-4ef3-73fd-8045-b259620e926d', 'Card top-up of 50.00 USD', 1795752480535, '822c3164d676f64d6832da03d68e8bea231fc08090aeee8a9953f21b580645dc', '3a80121861e2718141a6c105b4f83ccd');
INSERT INTO entries VALUES (13, '01a21b30-4ff4-74ca-bb2e-7ac239d9abb8', 'TRANSFER', '01a21b30-4ff4-74ca-bb2e-7ac239d9abb8', 'Transfer', 1795752480795, 'e0cf15c9303be9d786f0ce4b2bbda819f530d93e7c0aa1e58071a789a87352b2', '1f7df826eac7ad1828d4a73805c1df21');
INSERT INTO entries VALUES (14, '01a21b30-5539-72c6-bebc-4c72160d74f8', 'PURCHASE', '01a21b30-5471-71a7-8af9-89bd22ede142', 'Purchase', 1795752482432, '5023f64b8cb5e1be8c4d06849c9ec89efed451dbb1e15738040f1069021b0674', 'dcd20246f15a17ff22eafc58f30a70b1');
INSERT INTO entries VALUES (15, '01a21b30-59c4-717b-8520-0f20de3d911d', 'TOP_UP', '01a21b30-59c4-717b-8520-0f20de3d911d', 'Card top-up of 1.00 SGD', 1795752483273, '9d95d3243010a7b6d55ba570d9802f275b42b84f0a2587281bdcda5fd7d69b92', '3b151d47a180f8150cbd7225810e351d');
INSERT INTO entries VALUES (16, '4b59fbe2-79c9-49be-aa81-087c492418c9', 'PURCHASE', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 'Purchase', 1795752483943, '7b28dea0c81ddb6e383e5fcb6f1cc40a0fc5f1bf7ff5f681f8e6c9b289846d4a', 'f53043b9bc549882534b2a3b9584a25f');
INSERT INTO entries VALUES (17, '3f3823b5-c1e1-4a1f-876e-eac26b44d860', 'REFUND', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 'Refund', 1795752484369, '77febd983b3bf166d03df8b6c181c6228b7f2506697faf8499346c0ef2bed57f', '6590a1b44ee1d9f3caa9199e2c2aca4a');
INSERT INTO entries VALUES (18, '01a21b30-6f29-748a-ab8f-6c11604c2b7e', 'TOP_UP', '01a21b30-6f29-748a-ab8f-6c11604c2b7e', 'Card top-up of 50.00 SGD', 1795752488750, '3e4f7cf925a74a0732b8d925e99014c404f4a0f63c2ddcd3e2be333fedc6b6e6', 'e5e3fe57fec8edc1b8df61b7ec4048c9');
INSERT INTO entries VALUES (19, '01a21b30-7190-7009-9f1a-6d1c607df50f', 'TOP_UP', '01a21b30-7190-7009-9f1a-6d1c607df50f', 'Card top-up of 10.00 SGD', 1795752489433, '06a2efd165f54b38959993d2313aee5c4c73af92d3de0502efcd6cd2c631b39f', '4af96cb05fdc55df60ced02b07a82095');
INSERT INTO entries VALUES (20, '01a21b30-76b0-75ef-af11-5440bfa7db68', 'TOP_UP', '01a21b30-76b0-75ef-af11-5440bfa7db68', 'Card top-up of 10.00 SGD', 1795752490677, 'b444215c88df66090f8eb85a995e577ab92690656cfa692d9cbace02d8a4ae52', 'cd2f43c8ffa8b1d84ca67897c33506c8');
INSERT INTO entries VALUES (21, '01a21b30-7788-706a-bc9f-6c507b37bcd3', 'PURCHASE', '01a21b30-771a-73de-b77d-8b70f246f712', 'Purchase', 1795752490973, '2143a97f41ba814507e5a4afa4c1824a2e7ff8674a94e4cde583b30f2dadd4c4', '5cbbb6aba7571b869f02436060d6a882');
INSERT INTO entries VALUES (22, '01a21b30-7a3c-76c7-8c25-8c366c5e03c0', 'TOP_UP', '01a21b30-7a3c-76c7-8c25-8c366c5e03c0', 'Card top-up of 10.00 SGD', 1795752491584, '105f3b207b7de10f947203cc57f6db8a3eca1a0afc7f948954597052021fb0f6', '006ca5fdacc76ffe72437db749026309');
INSERT INTO postings VALUES (1, 1, 'card-clearing/SGD', 'SGD', -15000, -15000, NULL, NULL);
INSERT INTO postings VALUES (1, 2, 'fx/SGD', 'SGD', 15000, 15000, NULL, NULL);
INSERT INTO postings VALUES (1, 3, 'issuance', 'TTK', -15000, -15000, NULL, NULL);
INSERT INTO postings VALUES (1, 4, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 15000, 15000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (2, 1, 'card-clearing/SGD', 'SGD', -5000, -20000, NULL, NULL);
INSERT INTO postings VALUES (2, 2, 'fx/SGD', 'SGD', 5000, 20000, NULL, NULL);
INSERT INTO postings VALUES (2, 3, 'issuance', 'TTK', -5000, -20000, NULL, NULL);
INSERT INTO postings VALUES (2, 4, 'wallet/01a21b30-1ce2-7637-b4af-2b226af88e6b', 'TTK', 5000, 5000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (3, 1, 'card-clearing/SGD', 'SGD', -1000, -21000, NULL, NULL);
INSERT INTO postings VALUES (3, 2, 'fx/SGD', 'SGD', 1000, 21000, NULL, NULL);
INSERT INTO postings VALUES (3, 3, 'issuance', 'TTK', -1000, -21000, NULL, NULL);
INSERT INTO postings VALUES (3, 4, 'wallet/01a21b30-22d1-76d1-b86d-9a9ceec43e46', 'TTK', 1000, 1000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (4, 1, 'card-clearing/SGD', 'SGD', -2000, -23000, NULL, NULL);
INSERT INTO postings VALUES (4, 2, 'fx/SGD', 'SGD', 2000, 23000, NULL, NULL);
INSERT INTO postings VALUES (4, 3, 'issuance', 'TTK', -2000, -23000, NULL, NULL);
INSERT INTO postings VALUES (4, 4, 'wallet/01a21b30-2a98-7534-868f-bd8e93056a93', 'TTK', 2000, 2000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (5, 1, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 500, 15500, 'ADJUSTMENT', NULL);
INSERT INTO postings VALUES (5, 2, 'issuance', 'TTK', -500, -23500, NULL, NULL);
INSERT INTO postings VALUES (6, 1, 'card-clearing/SGD', 'SGD', -1000, -24000, NULL, NULL);
INSERT INTO postings VALUES (6, 2, 'fx/SGD', 'SGD', 1000, 24000, NULL, NULL);
INSERT INTO postings VALUES (6, 3, 'issuance', 'TTK', -1000, -24500, NULL, NULL);
INSERT INTO postings VALUES (6, 4, 'wallet/01a21b30-40ce-7254-b796-8609e08fddf4', 'TTK', 1000, 1000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (7, 1, 'card-clearing/SGD', 'SGD', -1000, -25000, NULL, NULL);
INSERT INTO postings VALUES (7, 2, 'fx/SGD', 'SGD', 1000, 25000, NULL, NULL);
INSERT INTO postings VALUES (7, 3, 'issuance', 'TTK', -1000, -25500, NULL, NULL);
INSERT INTO postings VALUES (7, 4, 'wallet/01a21b30-42f7-7073-ba7b-19662ca423a8', 'TTK', 1000, 1000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (8, 1, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', -200, 15300, 'ADJUSTMENT', NULL);
INSERT INTO postings VALUES (8, 2, 'issuance', 'TTK', 200, -25300, NULL, NULL);
INSERT INTO postings VALUES (9, 1, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', -150, 15150, 'TRANSFER_OUT', 'henry2 (h•••)');
INSERT INTO postings VALUES (9, 2, 'wallet/01a21b30-1ce2-7637-b4af-2b226af88e6b', 'TTK', 150, 5150, 'TRANSFER_IN', 'alice1 (a•••)');
INSERT INTO postings VALUES (10, 1, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', -250, 14900, 'TRANSFER_OUT', 'henry2 (h•••)');
INSERT INTO postings VALUES (10, 2, 'wallet/01a21b30-1ce2-7637-b4af-2b226af88e6b', 'TTK', 250, 5400, 'TRANSFER_IN', 'alice1 (a•••)');
INSERT INTO postings VALUES (11, 1, 'card-clearing/SGD', 'SGD', -700, -25700, NULL, NULL);
INSERT INTO postings VALUES (11, 2, 'fx/SGD', 'SGD', 700, 25700, NULL, NULL);
INSERT INTO postings VALUES (11, 3, 'issuance', 'TTK', -700, -26000, NULL, NULL);
INSERT INTO postings VALUES (11, 4, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 700, 15600, 'TOP_UP', 'Mastercard •••• 4444');
INSERT INTO postings VALUES (12, 1, 'card-clearing/USD', 'USD', -5000, -5000, NULL, NULL);
INSERT INTO postings VALUES (12, 2, 'fx/USD', 'USD', 5000, 5000, NULL, NULL);
INSERT INTO postings VALUES (12, 3, 'issuance', 'TTK', -6460, -32460, NULL, NULL);
INSERT INTO postings VALUES (12, 4, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 6459, 22059, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (12, 5, 'rounding', 'TTK', 1, 1, NULL, NULL);
INSERT INTO postings VALUES (13, 1, 'wallet/01a21b30-1ce2-7637-b4af-2b226af88e6b', 'TTK', -400, 5000, 'TRANSFER_OUT', 'alice1 (a•••)');
INSERT INTO postings VALUES (13, 2, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 400, 22459, 'TRANSFER_IN', 'henry2 (h•••)');
INSERT INTO postings VALUES (14, 1, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', -3460, 18999, 'PURCHASE', 'TikToken Shop');
INSERT INTO postings VALUES (14, 2, 'wallet/00000000-0000-7000-8000-000000000001', 'TTK', 3460, 3460, 'SALE', NULL);
INSERT INTO postings VALUES (15, 1, 'card-clearing/SGD', 'SGD', -100, -25800, NULL, NULL);
INSERT INTO postings VALUES (15, 2, 'fx/SGD', 'SGD', 100, 25800, NULL, NULL);
INSERT INTO postings VALUES (15, 3, 'issuance', 'TTK', -100, -32560, NULL, NULL);
INSERT INTO postings VALUES (15, 4, 'wallet/01a21b30-57bd-71e7-9e0a-a4773934dac7', 'TTK', 100, 100, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (16, 1, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', -790, 18209, 'PURCHASE', 'TikToken Shop');
INSERT INTO postings VALUES (16, 2, 'wallet/00000000-0000-7000-8000-000000000001', 'TTK', 790, 4250, 'SALE', NULL);
INSERT INTO postings VALUES (17, 1, 'wallet/00000000-0000-7000-8000-000000000001', 'TTK', -100, 4150, 'REFUND', NULL);
INSERT INTO postings VALUES (17, 2, 'wallet/01a21b2d-f12b-7757-ab32-d537a453c426', 'TTK', 100, 18309, 'REFUND', 'TikToken Shop');
INSERT INTO postings VALUES (18, 1, 'card-clearing/SGD', 'SGD', -5000, -30800, NULL, NULL);
INSERT INTO postings VALUES (18, 2, 'fx/SGD', 'SGD', 5000, 30800, NULL, NULL);
INSERT INTO postings VALUES (18, 3, 'issuance', 'TTK', -5000, -37560, NULL, NULL);
INSERT INTO postings VALUES (18, 4, 'wallet/01a21b30-6d21-741f-949a-01f57ab28527', 'TTK', 5000, 5000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (19, 1, 'card-clearing/SGD', 'SGD', -1000, -31800, NULL, NULL);
INSERT INTO postings VALUES (19, 2, 'fx/SGD', 'SGD', 1000, 31800, NULL, NULL);
INSERT INTO postings VALUES (19, 3, 'issuance', 'TTK', -1000, -38560, NULL, NULL);
INSERT INTO postings VALUES (19, 4, 'wallet/01a21b30-6fe3-7187-99f3-880aaa993bf6', 'TTK', 1000, 1000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (20, 1, 'card-clearing/SGD', 'SGD', -1000, -32800, NULL, NULL);
INSERT INTO postings VALUES (20, 2, 'fx/SGD', 'SGD', 1000, 32800, NULL, NULL);
INSERT INTO postings VALUES (20, 3, 'issuance', 'TTK', -1000, -39560, NULL, NULL);
INSERT INTO postings VALUES (20, 4, 'wallet/01a21b30-74a7-70da-a16c-c112b3324979', 'TTK', 1000, 1000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO postings VALUES (21, 1, 'wallet/01a21b30-74a7-70da-a16c-c112b3324979', 'TTK', -790, 210, 'PURCHASE', 'TikToken Shop');
INSERT INTO postings VALUES (21, 2, 'wallet/00000000-0000-7000-8000-000000000001', 'TTK', 790, 4940, 'SALE', NULL);
INSERT INTO postings VALUES (22, 1, 'card-clearing/SGD', 'SGD', -1000, -33800, NULL, NULL);
INSERT INTO postings VALUES (22, 2, 'fx/SGD', 'SGD', 1000, 33800, NULL, NULL);
INSERT INTO postings VALUES (22, 3, 'issuance', 'TTK', -1000, -40560, NULL, NULL);
INSERT INTO postings VALUES (22, 4, 'wallet/01a21b30-77f7-754b-b07a-b58e114b1096', 'TTK', 1000, 1000, 'TOP_UP', 'Visa •••• 4242');
INSERT INTO money_requests VALUES ('01a21b30-4f91-710d-8801-20ffce871e6f', '01a21b2d-f12b-7757-ab32-d537a453c426', 'alice1', 'alice1 (a•••)', '01a21b30-1ce2-7637-b4af-2b226af88e6b', 'henry2 (h•••)', 400, NULL, 'OPEN', NULL, @now-11388, @now+604788612);
INSERT INTO money_requests VALUES ('01a21b30-4fbe-736d-8537-73f03f3d927a', '01a21b2d-f12b-7757-ab32-d537a453c426', 'alice1', 'alice1 (a•••)', '01a21b30-1ce2-7637-b4af-2b226af88e6b', 'henry2 (h•••)', 400, NULL, 'PAID', '01a21b30-4ff4-74ca-bb2e-7ac239d9abb8', @now-11343, @now+604788657);
INSERT INTO money_requests VALUES ('01a21b30-5054-71ee-8f0d-b2f9ec902f82', '01a21b2d-f12b-7757-ab32-d537a453c426', 'alice1', 'alice1 (a•••)', '01a21b30-1ce2-7637-b4af-2b226af88e6b', 'henry2 (h•••)', 400, NULL, 'REFUSED', NULL, @now-11192, @now+604788808);
INSERT INTO money_requests VALUES ('01a21b30-50a8-7184-848c-eaa2fdd6fd82', '01a21b2d-f12b-7757-ab32-d537a453c426', 'alice1', 'alice1 (a•••)', '01a21b30-1ce2-7637-b4af-2b226af88e6b', 'henry2 (h•••)', 400, NULL, 'WITHDRAWN', NULL, @now-11108, @now+604788892);
INSERT INTO anchor_receipts VALUES (1, '5fe6755cf175dc8538183982be90f3cafa747d5276666c0b4eeddd847b0226fe', 1795752330321, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyMzMwLCJoYXNoIjoiNWZlNjc1NWNmMTc1ZGM4NTM4MTgzOTgyYmU5MGYzY2FmYTc0N2Q1Mjc2NjY2YzBiNGVlZGRkODQ3YjAyMjZmZSIsImhlaWdodCI6MX0.L0nWhBVyJMtsfrygI3ziu1GEs7TpEJPteHQVkaT506WlKe0WUyD-eTDDGgMVTAPNHOSUpUUkG4RZ9eWZiYP3RkQniSoG9-X_HjmPgjNgt6dnMbeXYCSTXogthpTcJcq41qTET9ceX7pwaB4EML7bTwNyuqMWWecRCnHKGYATdGahUsLWiNBGI1ea9SPJO3d3TxC0JaZPTXsvdhZjEIbDoaMHaut6qPsG8_E_s8WxGw2mpCKsrZAnvOaUagOZQ-z7EhKtn-AgtPN802Z8FwAwsKCVQ1czVCYdGDt_aQ8cgGjXUrzP22dEkFFyZglfvzjUneDEZuHpoVZ8oPnf2hem9A');
INSERT INTO anchor_receipts VALUES (2, 'c2b7f746df9fe5177893f59e23d41ec90e060424c3db4e8561c8ed5f7eb7aca8', 1795752469285, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDY5LCJoYXNoIjoiYzJiN2Y3NDZkZjlmZTUxNzc4OTNmNTllMjNkNDFlYzkwZTA2MDQyNGMzZGI0ZTg1NjFjOGVkNWY3ZWI3YWNhOCIsImhlaWdodCI6Mn0.I1kO8RGOi90BoDTZ9u0B8reKDYl3UrtEf58tUYKhs4VwUrEFdpfI-Dir8gIU5kiyGihn0CbFLb7IGVTMtUWaJvhXQtQUj5fyyqRtj83VjlEXeHwJ-Phys9VCvHno2VDIzZA8gnNh9pWIeADetLAWJhW2VGDZ1-hIeA1qFIefWqNYSh_N5XhFzshMc7iNwrr0MMMRiNhfeVbqoL79OWPfjOUXZrcguq0rDgsiZXBQ3hmF2eAFBMlrrrvmbjYAqQQnLxY-2KF3ZjnRqq9KV2jkw2r8BM_5pc2rCL2hYG6AgWuPCGo8Eos1SVb1R1yzwSYhq_M6S68W1ALKuWcsO6Wn5w');
INSERT INTO anchor_receipts VALUES (3, '0c1e35194eadb6d17c4ceac033a132c6cab5b6ebc174934735384dbcc44767ef', 1795752470334, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDcwLCJoYXNoIjoiMGMxZTM1MTk0ZWFkYjZkMTdjNGNlYWMwMzNhMTMyYzZjYWI1YjZlYmMxNzQ5MzQ3MzUzODRkYmNjNDQ3NjdlZiIsImhlaWdodCI6M30.b-1714jXdikyGoO4mhl31Zu60rld_V7gotXikGqrADZRx4ng2m_0AhcORXvQYj9txmYBJoXvmOG0hv_CuUPsdGAV-0tA8Ytt_lDaYO8VONMA4PPeGxeEhpcNtQPDSmVyM0SUBXNvjIu76UqRVTcH12eOpyUG_sViHi6wX6lwXMArOR7GfcwXp7xAHR8DMNE4XMiZWewh4kVVCO4gSRBF7b7-_0kSw48DC8p9jhkml7LPA5iVm6y3iR270iwWfH8L_yhrd1xPSI6PvJsy4oUUeOH1DtKUkY-C8jbPPbAVoADenRmU7x2ditmjzVOdzkZgvLSD41eaT_m5X5u9XORg3g');
INSERT INTO anchor_receipts VALUES (4, '013fe526a9d1603705f7aa0d7f4021fa6c84c275cb52105db75cc22e0bf9ef71', 1795752472396, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDcyLCJoYXNoIjoiMDEzZmU1MjZhOWQxNjAzNzA1ZjdhYTBkN2Y0MDIxZmE2Yzg0YzI3NWNiNTIxMDVkYjc1Y2MyMmUwYmY5ZWY3MSIsImhlaWdodCI6NH0.ZMV9kJM174_h-zm0UhPPUa1vL1qsGQ_DRWnH8UeCcq4ZzPlnhestPeiRpkyjub3zIQdYfTsokgRF4ocoaSxhPgydVYXo0IxVxcKiZR19kubfCyI6GMqdeVin2_FWmC_9Qq0kvNnn6rfLW4LXkTiWpxouLLvFhMKpJF9c376oLluCJ6u9XB9mNSzKR4p4VoWYcgeAVryzzwTwo5Xd8eZZ-d64RbcTvjsvwiTwGhFJOHPG3qwReCZxfbHXsiXyGZuMEbRvZFgYh66zj3AYRoEdOV9tMGTsPWxpCxJOe2ALjqy7PrSOQEi4vBI1U9TDUPiEGMyJIBqs3ox8Zgvv4AygBQ');
INSERT INTO anchor_receipts VALUES (5, '8b9c5b6ee55ef0103aeb4dc9a5644bd53c3175be95c505b005e205156f738f85', 1795752476678, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDc2LCJoYXNoIjoiOGI5YzViNmVlNTVlZjAxMDNhZWI0ZGM5YTU2NDRiZDUzYzMxNzViZTk1YzUwNWIwMDVlMjA1MTU2ZjczOGY4NSIsImhlaWdodCI6NX0.ABwiQss9jQ8o-dJHCUwBLlAytn2YeuXxniQmNzKIlK-4re8XLLSQwt4XzOtkNkKU6tHOIIA3ypDiZ3UAmHxkStzGcJz_2Nll-yFZSru_Wjrd7nFH-J5fk65UVbUPU53-NgSn4aCreeI1mrssLSED0G3lUy_ol017SPfOtO4Iq4p-GUoW3g9Q2fvc8qX2tQAnYe6hkdy7CegW53ABW7ehOwvVFcZhdzVrnRPaedceQgAAX8lntjvPnsQqA3oo424nUmYgPhnZywhk--Yp0qS7OsKfiMQUZ8PSeLNStTZ1zkJ2dglfh8uvd03eyYXc0gC8Gc6qMycB0j33WdOfxCtQBA');
INSERT INTO anchor_receipts VALUES (6, '117d3841570f61bd8045e7dc720fcc615ce89f0760dc23e7877df6af90b64a2a', 1795752477749, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDc3LCJoYXNoIjoiMTE3ZDM4NDE1NzBmNjFiZDgwNDVlN2RjNzIwZmNjNjE1Y2U4OWYwNzYwZGMyM2U3ODc3ZGY2YWY5MGI2NGEyYSIsImhlaWdodCI6Nn0.0EC9ahnlxbd5iVF9nIykpGboeUYdAJlNFvNy8NKC4mptTVQEFcQRHSq2xlmRMBmHOR_W4i9OQ6T1RuRxs-Hcs99OMepe4hZmSPmwFyarn7fQbiOyKSvft14P4UDquiXon--1CWIVmghlDPuGx6y53NsOGSwY6dXJoAXzu5poU8cQGKEIzAdyRAV_teGnigAmUCm5V9FjumzUEku20_Al9pchke8dz7IlbtUI1lmOzf7cyjaWmCdSH9CKgkXElm0XCsoyekB0Rc1bGlFCyYMzwbfDxG9dygAJnjqMdMN7CYBedp2RA4ZPcH5D0EHayE1JIOry-VbjAwYCP0v2hd3SFw');
INSERT INTO anchor_receipts VALUES (8, '174ec2de0d4bc35004a2a167b21a033764b6f8209914c01995b6e1c6b6b03e1f', 1795752478841, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDc4LCJoYXNoIjoiMTc0ZWMyZGUwZDRiYzM1MDA0YTJhMTY3YjIxYTAzMzc2NGI2ZjgyMDk5MTRjMDE5OTViNmUxYzZiNmIwM2UxZiIsImhlaWdodCI6OH0.Sc4RicERfZvuZI1eQHQAlOLRTOzYl_Sw89GLPH7nd3PZPqzMdI5NKs63EzXnCicizIZc8-3bAAKVLYfFS-_quyFeO-GOcr0SSDnNt67h5QgAY18vYnMtkX2li5XQIh1hrTpsQorSeq2kLZCfYjYPogQt-yTEfKVRF6VyI5LePK-Ain7jPndsxNTXIuR-6LGpFOqiVa-8a9NbP-JVqJUCCrXukUtsY096kXkJF5mLqf_EkcRp5udKEPIuOtjzZq-91m0CKMJMVGyIqYhtchC7IOdOaGfcEzTZ8u6XKDPZbx8pTSxjCuPce9P41NIWgU19f5cKvBTJv-A72wLge3R55g');
INSERT INTO anchor_receipts VALUES (11, 'fdb3e2cc9bcc48ca930d9308ddde2a53c3aaf6ba0b2c8949509720ef4a7328ce', 1795752479928, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDc5LCJoYXNoIjoiZmRiM2UyY2M5YmNjNDhjYTkzMGQ5MzA4ZGRkZTJhNTNjM2FhZjZiYTBiMmM4OTQ5NTA5NzIwZWY0YTczMjhjZSIsImhlaWdodCI6MTF9.2ZxG0jTlVx9qGTY5eK0zkD8HDC_8er8KkoyIqLZXMoF-B0agC6_8oGwqOXWYKFfgn6NZ3w1EVc9dOnyH9MEI_pvS3EKKIhzTJcc0tWZTiXVfthj8jfvPB4u700WORkXH-FKKjj9FBPq-ZhdoNxZhxda93y_hj8x-uS0PZf4M-aF-loF5R5mpVdea052BxoOVmrpBklHAYRB0CirGzCTw7JEfn_Hb7VWRoVRWnIVgjPeBs2rl2Xqih0go8XrMfXwFy41w1wn-MTe1CDy091BGU6mIamnwenEtic7n6OTrUaiHD6qi3Rhkys6Q_bAZBYTiLX70QJ6gnn-fZael3HTsaA');
INSERT INTO anchor_receipts VALUES (13, 'e0cf15c9303be9d786f0ce4b2bbda819f530d93e7c0aa1e58071a789a87352b2', 1795752480980, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDgwLCJoYXNoIjoiZTBjZjE1YzkzMDNiZTlkNzg2ZjBjZTRiMmJiZGE4MTlmNTMwZDkzZTdjMGFhMWU1ODA3MWE3ODlhODczNTJiMiIsImhlaWdodCI6MTN9.HeSHaoUej8_zRAa_ISiL153DfC6OUZ2Bld74gfyEr3kvDypEuBsDigOQn9JD-KJQRo6_m-9JgeqLdBQLaEZ6F2C48hyK5j1pgXLbuTGJXoxFTdQc0Q5ooA9xCs_N1iHQUXRtM5Jtv8otj7jkL2_BD6XG4B5Y5xvMIupNC6ijkpuOcyGs0SwK0UJkO6IZg6mC-HR64d2OVrIIs7-pdylr05-N9rYzngirLaKxjq8BSIOEwcL3GGALiMDE4fTaJ2cxZFnM0OiG-R1lfid6zYfoMY_W_WzgtRJSz4ayDpMI0euatRwM1Kzi_uEpVjBlNOZkQ0AnitB2fHUU1xPsctqqFg');
INSERT INTO anchor_receipts VALUES (14, '5023f64b8cb5e1be8c4d06849c9ec89efed451dbb1e15738040f1069021b0674', 1795752483057, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDgzLCJoYXNoIjoiNTAyM2Y2NGI4Y2I1ZTFiZThjNGQwNjg0OWM5ZWM4OWVmZWQ0NTFkYmIxZTE1NzM4MDQwZjEwNjkwMjFiMDY3NCIsImhlaWdodCI6MTR9.d_8sIyalLNyj7AXGuXuBU0aQXenRtt00Ghqq0LAl_QYmFbiOFv93pWC2nSfE8O8ptjlXz6N7XTXUwE6HrobNdLvaer-e9dMSJ_ZW8koBEm8hGqLNKNIpoe6CZVdEfxofsKf0Qs1A9UH88ZJ7Cp14HfVPYUJoXFgxMH3GbK8ZgDp69YDVjgcQ6boB8Hhc5A8qyprg-dsWJQDWObfNAjAWrRF8U4AC9DLS9996a16q1LthQkVPiYxiyJn4rU4tSbUdpVu5552S0hZ7xTi5Pn6u2q6Gha8ecG4BNNhypQ2w8qYlKcP-4NcCRX1dSF8KhntMGhd_agGUDv5cdDTqkCeMUw');
INSERT INTO anchor_receipts VALUES (16, '7b28dea0c81ddb6e383e5fcb6f1cc40a0fc5f1bf7ff5f681f8e6c9b289846d4a', 1795752484114, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDg0LCJoYXNoIjoiN2IyOGRlYTBjODFkZGI2ZTM4M2U1ZmNiNmYxY2M0MGEwZmM1ZjFiZjdmZjVmNjgxZjhlNmM5YjI4OTg0NmQ0YSIsImhlaWdodCI6MTZ9.3q_U9qpl7xgIbWyR6Dq2WjbbYtaTAVVaAO4qUW6mAkq1XIUVB7n-886Eg1KjdeWNXfmhblT9_yKQ8N8hZ7-NAG2L0ZxdCycWAvKBGPmJg11ir4wufSzs8x6-yOTWPu5Gdf769uDaEuGsBZMu3I_pTUP39H8N89s3Gl8sDYLnxL7IMsb5TkMXZHpJyJ2L6dQiN5tjjlZxDpNS13nC9PkJspSzNEkYICkmMJMu2yH2srgDk0XtCUdMgDBB3CXv2d4mQZJUBFqMFLTz6a6h3cInvdqvcIfeuyyQdmper8-AZWsQjdpCLjId0zRRGr8eagyHyordUKto1XZtkDEx_uKuEQ');
INSERT INTO anchor_receipts VALUES (17, '77febd983b3bf166d03df8b6c181c6228b7f2506697faf8499346c0ef2bed57f', 1795752485192, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDg1LCJoYXNoIjoiNzdmZWJkOTgzYjNiZjE2NmQwM2RmOGI2YzE4MWM2MjI4YjdmMjUwNjY5N2ZhZjg0OTkzNDZjMGVmMmJlZDU3ZiIsImhlaWdodCI6MTd9.01sFbVXJw88q5FWaQFcNwYpPg5Dxfh332Don3-DECcE87ZfI3AzrbBIhcaizfAdrwoK_NX9mkZ35n7rTwz1tscY5rXWnM3qayL92ynR7sU4p4WI9Z3U9lFjC7lfddxz7IqK0hQ-S1HZLIAr4EJlKeSy78CPUEIQxkBH5PPjBDdqxvj08UIMkmt8v67Ea3swd6WsjnnqBvSvaqBfqzn07I8pCyzxO0eYnqZVDhE2myjrqAnosYV1AszYat06rgWUsBatC8-kv_SaXzqtoc7WgvDte-fcnyu22BasIrHcPtRl5xDJY-4Sar10HOycYZXrXFr6sxtIAHCNK1_1_qbhzNg');
INSERT INTO anchor_receipts VALUES (18, '3e4f7cf925a74a0732b8d925e99014c404f4a0f63c2ddcd3e2be333fedc6b6e6', 1795752489239, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDg5LCJoYXNoIjoiM2U0ZjdjZjkyNWE3NGEwNzMyYjhkOTI1ZTk5MDE0YzQwNGY0YTBmNjNjMmRkY2QzZTJiZTMzM2ZlZGM2YjZlNiIsImhlaWdodCI6MTh9.0u3L5RWiztMarnKOH1x9BRc6HQsZzYIuv5ZHOT3DGAV6Ar8woID38nmUmi6fClLr3Sla6rhF3B6qXbM2wnKMDkNX0qeKH1d8WenKdy2tN6LvOA-ZoH2xhUEviFlrK7lUBXFSpTj1bJvGryteS7yi1KafO_gOLJIUVCtRnpz04-7ss5Qv6s-7clOXPw-A8o1tITz7evsobwYolWSUjmw0CYbCORRgARMvXj0mxAKuGAqIbycRebUx-CxbBgRNJQZjXNck_FGNrrVb1uxIOKgLFEa4wwrW5J5z28Kc5HmSCUqChkqAbQEZFoqJdME0nUUiMR8uFMhq161N915cA6ZD5A');
INSERT INTO anchor_receipts VALUES (19, '06a2efd165f54b38959993d2313aee5c4c73af92d3de0502efcd6cd2c631b39f', 1795752490279, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDkwLCJoYXNoIjoiMDZhMmVmZDE2NWY1NGIzODk1OTk5M2QyMzEzYWVlNWM0YzczYWY5MmQzZGUwNTAyZWZjZDZjZDJjNjMxYjM5ZiIsImhlaWdodCI6MTl9.d3H_OPbkynTIkIYJJ5caQqjuhJfxvODl9H-F4nqn9MSj3SNI1tHV6XkpWkcwNjj-pCsgIiZCniNxWf90-qD-ltP8udwqzD1lCH1o4hjR2B6-yrEQb8GLoQQ8fLKDUC21ypf65LnSZmdTINzcikbFoOfrd7-dNdQET2nhTqIbRtT_PzFCh9w7NBEa4CPq2fNvKjlDsx_ZqEBWgekA5iJldvfYSoZ2goEGc0v_BuT8ErZsGvOqKXTs9T2g4sBlwgcIMNcW9t-nSHgPtOVMXnda77dqfiuYHJU1n-fiyL7ySFozstyh1PozriBYMCBBgY-dosKEk7C4JIApPS1EQPKGmA');
INSERT INTO anchor_receipts VALUES (21, '2143a97f41ba814507e5a4afa4c1824a2e7ff8674a94e4cde583b30f2dadd4c4', 1795752491327, 'eyJraWQiOiJRekw0VG9YX0E1NUxmcjlqVXFYVGVyQlcxaUhEOXJ6dG9ZMmJ1OEtuMjBvIiwidHlwIjoibGVkZ2VyLWFuY2hvcitqd3QiLCJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjI5MzgxIiwiaWF0IjoxNzk1NzUyNDkxLCJoYXNoIjoiMjE0M2E5N2Y0MWJhODE0NTA3ZTVhNGFmYTRjMTgyNGEyZTdmZjg2NzRhOTRlNGNkZTU4M2IzMGYyZGFkZDRjNCIsImhlaWdodCI6MjF9.T_cFfAMJuqFcEScjKCkzAkBKkSiDJZyhGwIHmy17f3RML83ng_VfA7gkhsAbCWgExXESvO9lLMNzcZUoXM6VwRBV1SrGUcKxOW2Bbs3QqAtDfhTHCMHIRTXaBDjNV1A24r1S8-b14EgG2b0dirBv1p6r68Gta1H8RhbmlIzZ1umTb-tCjggxRpFFLRCenwax5XPJdkhVHXf7DGkgwWEF-37dIjx41HiHtFnlVwztFoVvvOqoAuTY-1RSofF1kB5uxYdQ6PW4hH6QIdwq3yxER9mcdGy-_qO6jTO8ZTr4O1VF87T_-S9jpcqvgeL-EYGdyQtjneUUoQpliRiJJaRB8A');
INSERT INTO spending VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'DAY', '2026-11-27', 4650);
INSERT INTO spending VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'MONTH', '2026-11', 4650);
INSERT INTO spending VALUES ('01a21b30-1ce2-7637-b4af-2b226af88e6b', 'DAY', '2026-11-27', 400);
INSERT INTO spending VALUES ('01a21b30-1ce2-7637-b4af-2b226af88e6b', 'MONTH', '2026-11', 400);
INSERT INTO spending VALUES ('01a21b30-6fe3-7187-99f3-880aaa993bf6', 'DAY', '2026-11-27', 790);
INSERT INTO spending VALUES ('01a21b30-6fe3-7187-99f3-880aaa993bf6', 'MONTH', '2026-11', 790);
INSERT INTO spending VALUES ('01a21b30-74a7-70da-a16c-c112b3324979', 'DAY', '2026-11-27', 790);
INSERT INTO spending VALUES ('01a21b30-74a7-70da-a16c-c112b3324979', 'MONTH', '2026-11', 790);
INSERT INTO reservations VALUES ('01a21b30-5539-72c6-bebc-4c72160d74f8', 'COMMITTED', '1b3cfcec4cb7da64989315349276601dcd9fd5bd90ee695c9f74febd2d17eb42', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-5471-71a7-8af9-89bd22ede142', 3460, NULL, 0, 1795752482372, 1795753382372, '868a43ea19d90d9671900baff9235e6617ca7091399124322c4695b4b22f9f91');
INSERT INTO reservations VALUES ('01a21b30-5ae7-7046-adf2-c6ad1c5fb6b6', 'REFUSED', '9b536444850dd9bc14d1998e8a84d479d4ec3add97363347549f7f626e503827', '01a21b30-57bd-71e7-9e0a-a4773934dac7', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-5a8c-709d-88cf-b1ba6df774e3', 790, 'INSUFFICIENT_FUNDS', 0, 1795752483605, 1795753383605, 'b803c6332de86940d27608de012f2c1a6f17275338f6be46917725c099adb94d');
INSERT INTO reservations VALUES ('01a21b30-7788-706a-bc9f-6c507b37bcd3', 'COMMITTED', '8cde1796d73a9a932e4e7b5d7b98d4396d70dc9b0a65ac0c00342ce00ff46a7b', '01a21b30-74a7-70da-a16c-c112b3324979', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-771a-73de-b77d-8b70f246f712', 790, NULL, 0, 1795752490953, 1795753390953, 'd57179bd42bc2a9f93ba88de96c6e6b9684b2930058fb8ad147152522ed361ea');
INSERT INTO reservations VALUES ('23722dd5-6d7f-446e-8558-9ed79b4dd3eb', 'RESERVED', '19ae2a9cda0199b9ecf0eb16df24748c8dadde258a0438e32087993936239bab', '01a21b30-6fe3-7187-99f3-880aaa993bf6', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-721c-7688-8936-c549590230ca', 790, NULL, 0, 1795752489600, 1795756089600, 'fc2f19ee6939769afe1dcdc69a0bc21dc63b58e13cbef7c0c67dd7f3502f8289');
INSERT INTO reservations VALUES ('3588ddc3-a9f9-49e8-9f50-51ab3057d118', 'RELEASED', '04613ce2187d8703a1cba3784916a51699e1c8a0cc9ed896503b472cd633bd84', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 790, NULL, 0, 1795752484048, 1795753384048, '4ad447ac1e75f8a61814a7821df4f47b821a997be1f9f208d2fd0bcda9c7a88d');
INSERT INTO reservations VALUES ('4b59fbe2-79c9-49be-aa81-087c492418c9', 'COMMITTED', '04613ce2187d8703a1cba3784916a51699e1c8a0cc9ed896503b472cd633bd84', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 790, NULL, 100, 1795752483899, 1795753383899, '520d59bdb85ed3c9402b610f979e52f76dffff22644ebd3121b68f5a5740a960');
INSERT INTO reservations VALUES ('76e3ccd6-a8f0-4fc6-9298-0680d0e067c3', 'TOMBSTONE', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, @now-7840, NULL, NULL);
INSERT INTO reservations VALUES ('976ef3ea-8784-4f18-b761-213aea898762', 'REFUSED', '799a3569f2ad24dd3f4e4da05ea807f76627e5556ef1e5048ff31251bd4706e7', '01a21b30-57bd-71e7-9e0a-a4773934dac7', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-5d9f-736f-8a26-f2d3e9927e39', 790, 'INSUFFICIENT_FUNDS', 0, 1795752484326, 1795752544326, '34fdfbfa1ec715ea1d2e9658c34e12e715fa0545118a4e446ede5d546ed1dcf4');
INSERT INTO reservations VALUES ('99e0f814-5949-4032-89de-8742cd5b2d42', 'EXPIRED', '6707dcd9fc33ebc9580d4e2218461bb1c7b9cf099204ca2ef51201c71317fac5', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 790, NULL, 0, 1795752484174, 1795752485174, '88bbf721620742852e0f03fbbc4b6813b5a54855c9e93138d5e4eb900d8c6a81');
INSERT INTO refunds VALUES ('3f3823b5-c1e1-4a1f-876e-eac26b44d860', '4b59fbe2-79c9-49be-aa81-087c492418c9', 100);
INSERT INTO freezes VALUES ('01a21b30-4554-7125-aee1-14036ed674bb', '01a21b30-42f7-7073-ba7b-19662ca423a8', 'BOTH', 'a stolen phone', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-14008);
INSERT INTO freezes VALUES ('01a21b30-7b59-7326-b959-b7749c79bd4a', '01a21b30-7296-7641-ade7-3005b1d16872', 'OUT', 'an enquiry', '01a21b2c-4af8-7781-a616-51451e6bb385', 'admin', @now-179);
INSERT INTO frozen_wallets VALUES ('01a21b30-42f7-7073-ba7b-19662ca423a8', 'BOTH', '01a21b30-4554-7125-aee1-14036ed674bb');
INSERT INTO frozen_wallets VALUES ('01a21b30-7296-7641-ade7-3005b1d16872', 'OUT', '01a21b30-7b59-7326-b959-b7749c79bd4a');
INSERT INTO audit_outbox VALUES ('01a21b30-7b59-7326-b959-b7749c79bd4b', 'WALLET_FROZEN', '01a21b2c-4af8-7781-a616-51451e6bb385', '01a21b30-7296-7641-ade7-3005b1d16872', 'OUT: an enquiry', @now-179);
INSERT INTO approval_generations VALUES ('01a21b2c-4af8-7781-a616-51451e6bb385', 1795752475515, @now-16478);
INSERT INTO approval_generations VALUES ('01a21b30-2a98-7534-868f-bd8e93056a93', 1795752473831, @now-18184);
INSERT INTO approval_generations VALUES ('01a21b30-3cf2-74d5-8073-6384b1595bc3', 1795752476738, @now-15264);
INSERT INTO approval_generations VALUES ('01a21b30-40ce-7254-b796-8609e08fddf4', 1795752477349, @now-14651);
INSERT INTO search_texts VALUES (1, 4, 'visa •••• 4242
card top-up of 150.00 sgd');
INSERT INTO search_texts VALUES (2, 4, 'visa •••• 4242
card top-up of 50.00 sgd');
INSERT INTO search_texts VALUES (3, 4, 'visa •••• 4242
card top-up of 10.00 sgd');
INSERT INTO search_texts VALUES (4, 4, 'visa •••• 4242
card top-up of 20.00 sgd');
INSERT INTO search_texts VALUES (5, 1, 'correction: paid twice');
INSERT INTO search_texts VALUES (6, 4, 'visa •••• 4242
card top-up of 10.00 sgd');
INSERT INTO search_texts VALUES (7, 4, 'visa •••• 4242
card top-up of 10.00 sgd');
INSERT INTO search_texts VALUES (8, 1, 'correction: paid twice');
INSERT INTO search_texts VALUES (9, 1, 'henry2 (h•••)
cafe 午餐');
INSERT INTO search_texts VALUES (9, 2, 'alice1 (a•••)
cafe 午餐');
INSERT INTO search_texts VALUES (10, 1, 'henry2 (h•••)
grusse');
INSERT INTO search_texts VALUES (10, 2, 'alice1 (a•••)
grusse');
INSERT INTO search_texts VALUES (11, 4, 'mastercard •••• 4444
card top-up of 7.00 sgd');
INSERT INTO search_texts VALUES (12, 4, 'visa •••• 4242
card top-up of 50.00 usd');
INSERT INTO search_texts VALUES (13, 1, 'alice1 (a•••)
transfer');
INSERT INTO search_texts VALUES (13, 2, 'henry2 (h•••)
transfer');
INSERT INTO search_texts VALUES (14, 1, 'tiktoken shop
purchase');
INSERT INTO search_texts VALUES (14, 2, 'purchase');
INSERT INTO search_texts VALUES (15, 4, 'visa •••• 4242
card top-up of 1.00 sgd');
INSERT INTO search_texts VALUES (16, 1, 'tiktoken shop
purchase');
INSERT INTO search_texts VALUES (16, 2, 'purchase');
INSERT INTO search_texts VALUES (17, 1, 'refund');
INSERT INTO search_texts VALUES (17, 2, 'tiktoken shop
refund');
INSERT INTO search_texts VALUES (18, 4, 'visa •••• 4242
card top-up of 50.00 sgd');
INSERT INTO search_texts VALUES (19, 4, 'visa •••• 4242
card top-up of 10.00 sgd');
INSERT INTO search_texts VALUES (20, 4, 'visa •••• 4242
card top-up of 10.00 sgd');
INSERT INTO search_texts VALUES (21, 1, 'tiktoken shop
purchase');
INSERT INTO search_texts VALUES (21, 2, 'purchase');
INSERT INTO search_texts VALUES (22, 4, 'visa •••• 4242
card top-up of 10.00 sgd');
INSERT INTO purge_clock VALUES (1, @now-214233);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX decisions_about ON decisions (subject, id);
CREATE INDEX open_decisions ON decisions (kind, subject) WHERE status = 'AWAITING_CONFIRMATION';
CREATE TRIGGER what_was_asked_for_is_never_changed
BEFORE UPDATE OF id, kind, subject, details, reason, requested_by, requested_by_name, requested_at, expires_at ON decisions
BEGIN
    SELECT raise(ABORT, 'What was asked for is never changed: it is decided, or asked for anew');
END;
CREATE TRIGGER a_decision_is_made_once BEFORE UPDATE ON decisions WHEN OLD.status <> 'AWAITING_CONFIRMATION'
BEGIN
    SELECT raise(ABORT, 'A decision is made once');
END;
CREATE TRIGGER a_decision_is_never_deleted BEFORE DELETE ON decisions
BEGIN
    SELECT raise(ABORT, 'A decision is never deleted');
END;
CREATE TRIGGER accounts_are_never_deleted BEFORE DELETE ON accounts
BEGIN
    SELECT raise(ABORT, 'An account is never deleted: its history would lose its place');
END;
CREATE INDEX pending_top_ups_by_time ON top_ups (ask_again_at) WHERE status = 'PENDING';
CREATE INDEX pending_top_ups_by_owner ON top_ups (owner) WHERE status = 'PENDING';
CREATE UNIQUE INDEX postings_of_an_account ON postings (account, entry);
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN
    SELECT raise(ABORT, 'A journal entry is never changed: correct it by another entry');
END;
CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN
    SELECT raise(ABORT, 'A journal entry is never deleted: correct it by another entry');
END;
CREATE TRIGGER postings_are_never_changed BEFORE UPDATE ON postings
BEGIN
    SELECT raise(ABORT, 'A posting is never changed: correct it by another entry');
END;
CREATE TRIGGER postings_are_never_deleted BEFORE DELETE ON postings
BEGIN
    SELECT raise(ABORT, 'A posting is never deleted: correct it by another entry');
END;
CREATE INDEX money_requests_by_requester ON money_requests (requester, id);
CREATE INDEX money_requests_by_payer ON money_requests (payer, id);
CREATE INDEX open_reservations_by_expiry ON reservations (expires_at) WHERE state = 'RESERVED';
CREATE INDEX open_reservations_by_customer ON reservations (customer_id) WHERE state = 'RESERVED';
CREATE INDEX freezes_of_a_wallet ON freezes (owner, id);
CREATE TRIGGER freezes_are_never_changed BEFORE UPDATE ON freezes
BEGIN
    SELECT raise(ABORT, 'A freeze is never changed: another one follows it');
END;
CREATE TRIGGER freezes_are_never_deleted BEFORE DELETE ON freezes
BEGIN
    SELECT raise(ABORT, 'A freeze is never deleted: another one follows it');
END;
CREATE INDEX idempotent_requests_by_time ON idempotent_requests (created_at);
CREATE INDEX spent_approvals_by_time ON spent_approvals (spent_at);
CREATE INDEX tombstones_by_time ON reservations (created_at) WHERE state = 'TOMBSTONE';
CREATE INDEX approval_generations_by_time ON approval_generations (raised_at);
CREATE INDEX failed_top_ups_with_a_quote_by_time ON top_ups (ask_again_at) WHERE holds_quote = 1;
