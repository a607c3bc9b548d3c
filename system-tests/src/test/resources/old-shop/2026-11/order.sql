PRAGMA application_id = 185313815;
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
CREATE TABLE cart_items (
    customer_id TEXT    NOT NULL,
    product_id  TEXT    NOT NULL,
    quantity    INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    added_at    INTEGER NOT NULL,
    PRIMARY KEY (customer_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE orders (
    id            TEXT    PRIMARY KEY,
    customer_id   TEXT    NOT NULL,
    merchant_id   TEXT    NOT NULL,
    merchant_name TEXT    NOT NULL,
    currency      TEXT    NOT NULL,
    total         INTEGER NOT NULL CHECK (total > 0),
    status        TEXT    NOT NULL CHECK (status IN (
        'AWAITING_PAYMENT', 'PROCESSING', 'PAID', 'PACKED', 'SHIPPED', 'DELIVERED', 'REFUNDED', 'CANCELLED', 'EXPIRED')),
    created_at    INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL CHECK (expires_at > created_at),
    changed_at    INTEGER NOT NULL,
    version       INTEGER NOT NULL
) STRICT;
CREATE TABLE order_lines (
    order_id   TEXT    NOT NULL REFERENCES orders (id),
    position   INTEGER NOT NULL,
    product_id TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    unit_price INTEGER NOT NULL CHECK (unit_price > 0),
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    PRIMARY KEY (order_id, position),
    UNIQUE (order_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE order_events (
    id       TEXT    PRIMARY KEY,
    order_id TEXT    NOT NULL REFERENCES orders (id),
    sequence INTEGER NOT NULL,
    status   TEXT    NOT NULL,
    reason   TEXT,
    at       INTEGER NOT NULL,
    UNIQUE (order_id, sequence)
) STRICT;
CREATE TABLE purchases (
    id         TEXT    PRIMARY KEY,
    order_id   TEXT    NOT NULL REFERENCES orders (id),
    step       TEXT    NOT NULL CHECK (step IN (
        'STARTED', 'STOCK_RESERVED', 'DECIDED', 'FUNDS_COMMITTED', 'PAID',
        'UNDOING_FUNDS', 'REFUNDING_FUNDS', 'UNDOING_STOCK', 'RETURNING_STOCK', 'REFUSED', 'NEEDS_OPERATOR')),
    stuck_at   TEXT,
    approval   TEXT,
    refusal    TEXT,
    started_at INTEGER NOT NULL,
    silences   INTEGER NOT NULL CHECK (silences >= 0),
    surprises  INTEGER NOT NULL CHECK (surprises >= 0),
    due_at     INTEGER NOT NULL,
    version    INTEGER NOT NULL,
    CHECK ((approval IS NOT NULL) = (step IN ('STARTED', 'STOCK_RESERVED'))),
    CHECK (refusal IS NOT NULL OR step IN (
        'STARTED', 'STOCK_RESERVED', 'DECIDED', 'FUNDS_COMMITTED', 'PAID', 'NEEDS_OPERATOR')),
    CHECK ((stuck_at IS NOT NULL) = (step = 'NEEDS_OPERATOR'))
) STRICT;
CREATE TABLE purge_clock (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    reached  INTEGER NOT NULL
) STRICT;
INSERT INTO flyway_schema_history VALUES (1, '0.1', 'idempotent requests', 'SQL', 'V0_1__idempotent_requests.sql', 1653581932, '', '2026-11-27 04:04:48.631', 74, 1);
INSERT INTO flyway_schema_history VALUES (2, '1', 'carts orders and purchases', 'SQL', 'V1__carts_orders_and_purchases.sql', 1224964522, '', '2026-11-27 04:04:48.703', 9, 1);
INSERT INTO flyway_schema_history VALUES (3, '2', 'purge', 'SQL', 'V2__purge.sql', -1304096864, '', '2026-11-27 04:04:48.717', 0, 1);
INSERT INTO flyway_schema_history VALUES (4, NULL, 'purge clock', 'SQL', 'R__purge_clock.sql', -1526591512, '', '2026-11-27 04:04:48.774', 1, 1);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '5fae5dbe-8f66-4330-8fd2-5adfddd75624', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b2e-92f6-743b-9c92-2fbfd9803cf5', '{"id":"01a21b2e-92f6-743b-9c92-2fbfd9803cf5","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:06:06.838Z","expiresAt":"2026-11-27T04:06:07.838Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:06:06.838Z"}]}', NULL, @now-125183);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '7c58ef6f-65fc-48aa-8d78-16152ffd9bd5', '3cd051498be529eac61ebbc6e2bedbc19b12b6dea5882a057f33ec6d81c007dc', 201, '/api/orders/01a21b30-5471-71a7-8af9-89bd22ede142', '{"id":"01a21b30-5471-71a7-8af9-89bd22ede142","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":2,"total":{"amount":1580,"currency":"TTK"}},{"productId":"019a0000-0000-7000-8000-000000000005","name":"Cardigan","unitPrice":{"amount":1880,"currency":"TTK"},"quantity":1,"total":{"amount":1880,"currency":"TTK"}}],"total":{"amount":3460,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:01.905Z","expiresAt":"2026-11-27T05:08:01.905Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:01.905Z"}]}', NULL, @now-10067);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '864c5c46-3d41-4eab-952d-bec9a9d2f954', '947262e8d179771df33f2305588b9fb79503eae041f94a944bff43c70ef78b10', NULL, NULL, NULL, '01a21b30-5539-72c6-bebc-4c72160d74f8', @now-9933);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '77efba9e-807e-409e-b1a0-933b983a2ad0', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-5766-7770-aa7d-5606675dcaa1', '{"id":"01a21b30-5766-7770-aa7d-5606675dcaa1","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:02.662Z","expiresAt":"2026-11-27T05:08:02.662Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:02.662Z"}]}', NULL, @now-9381);
INSERT INTO idempotent_requests VALUES ('01a21b30-57bd-71e7-9e0a-a4773934dac7', 'f7c1eb98-ea13-43bf-925f-904371d71c89', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-5a8c-709d-88cf-b1ba6df774e3', '{"id":"01a21b30-5a8c-709d-88cf-b1ba6df774e3","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:03.468Z","expiresAt":"2026-11-27T05:08:03.468Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:03.468Z"}]}', NULL, @now-8570);
INSERT INTO idempotent_requests VALUES ('01a21b30-57bd-71e7-9e0a-a4773934dac7', '3022d548-a484-41cf-83a5-e82091826573', 'fad7d9c257ce027a2ffac8787356e13e83d5c0b138efd1c1e3df1fc90dfaca45', NULL, NULL, NULL, '01a21b30-5ae7-7046-adf2-c6ad1c5fb6b6', @now-8484);
INSERT INTO idempotent_requests VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', 'febff1de-b5e0-4c96-b527-66215f93f9cf', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-5bbd-701d-97fd-2b3e2c085c7b', '{"id":"01a21b30-5bbd-701d-97fd-2b3e2c085c7b","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:03.773Z","expiresAt":"2026-11-27T05:08:03.773Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:03.773Z"}]}', NULL, @now-8270);
INSERT INTO idempotent_requests VALUES ('01a21b30-57bd-71e7-9e0a-a4773934dac7', '1b1d992f-f04e-42a1-aac3-d017a948cab0', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-5d9f-736f-8a26-f2d3e9927e39', '{"id":"01a21b30-5d9f-736f-8a26-f2d3e9927e39","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:04.255Z","expiresAt":"2026-11-27T05:08:04.255Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:04.255Z"}]}', NULL, @now-7783);
INSERT INTO idempotent_requests VALUES ('01a21b30-6d21-741f-949a-01f57ab28527', '764639b7-9833-41ce-9c75-d1d1af600191', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-6fce-700f-bfe1-ddb0b5890d02', '{"id":"01a21b30-6fce-700f-bfe1-ddb0b5890d02","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:08.910Z","expiresAt":"2026-11-27T05:08:08.910Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:08.910Z"}]}', NULL, @now-3132);
INSERT INTO idempotent_requests VALUES ('01a21b30-6fe3-7187-99f3-880aaa993bf6', '6934ee6d-35e3-4407-b828-bef5b1ac55b1', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-721c-7688-8936-c549590230ca', '{"id":"01a21b30-721c-7688-8936-c549590230ca","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:09.500Z","expiresAt":"2026-11-27T05:08:09.500Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:09.500Z"}]}', NULL, @now-2541);
INSERT INTO idempotent_requests VALUES ('01a21b30-74a7-70da-a16c-c112b3324979', 'bf6b3245-b0dd-45a2-b7b8-fa2886eac64d', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-771a-73de-b77d-8b70f246f712', '{"id":"01a21b30-771a-73de-b77d-8b70f246f712","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:10.778Z","expiresAt":"2026-11-27T05:08:10.778Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:10.778Z"}]}', NULL, @now-1264);
INSERT INTO idempotent_requests VALUES ('01a21b30-74a7-70da-a16c-c112b3324979', '8ca03c7c-d1e4-45a4-b803-0bfe36fcba48', 'c802de64b24acc1eebabca6a86c04a8f10e88c32a7b4ee75e6bb8b4a663e2fe0', NULL, NULL, NULL, '01a21b30-7788-706a-bc9f-6c507b37bcd3', @now-1156);
INSERT INTO idempotent_requests VALUES ('01a21b30-77f7-754b-b07a-b58e114b1096', '7d0b1595-98fd-48bb-a1f1-57cd96e0f415', '8b5b0fea01ba0f1b74a0b299a52a0ba152f87a798b260e1c197a158c46cdb424', 201, '/api/orders/01a21b30-7aac-77b7-9650-7d89d7210f2d', '{"id":"01a21b30-7aac-77b7-9650-7d89d7210f2d","status":"AWAITING_PAYMENT","lines":[{"productId":"019a0000-0000-7000-8000-000000000004","name":"Lipstick","unitPrice":{"amount":790,"currency":"TTK"},"quantity":1,"total":{"amount":790,"currency":"TTK"}}],"total":{"amount":790,"currency":"TTK"},"merchant":{"id":"00000000-0000-7000-8000-000000000001","name":"TikToken Shop"},"createdAt":"2026-11-27T04:08:11.692Z","expiresAt":"2026-11-27T05:08:11.692Z","timeline":[{"status":"AWAITING_PAYMENT","at":"2026-11-27T04:08:11.692Z"}]}', NULL, @now-348);
INSERT INTO idempotent_requests VALUES ('01a21b30-77f7-754b-b07a-b58e114b1096', 'add76ce4-f878-4d38-ab94-d17d23d214c3', '94d99d3701ff12824185d5ff35b34f26bb5234ffb235af0fb2e350f31cabb8ed', NULL, NULL, NULL, '01a21b30-7af7-748f-880f-cc71d7f4b437', @now-276);
INSERT INTO cart_items VALUES ('01a21b2d-f12b-7757-ab32-d537a453c426', '019a0000-0000-7000-8000-000000000005', 2, @now-9462);
INSERT INTO cart_items VALUES ('01a21b30-57bd-71e7-9e0a-a4773934dac7', '019a0000-0000-7000-8000-000000000005', 1, @now-8689);
INSERT INTO cart_items VALUES ('01a21b30-6d21-741f-949a-01f57ab28527', '019a0000-0000-7000-8000-000000000005', 1, @now-3183);
INSERT INTO orders VALUES ('01a21b2e-92f6-743b-9c92-2fbfd9803cf5', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'EXPIRED', @now-125206, @now-124206, @now-84036, 1);
INSERT INTO orders VALUES ('01a21b30-5471-71a7-8af9-89bd22ede142', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 3460, 'PAID', @now-10139, @now+3589861, @now-9569, 2);
INSERT INTO orders VALUES ('01a21b30-5766-7770-aa7d-5606675dcaa1', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'CANCELLED', @now-9382, @now+3590618, @now-9345, 1);
INSERT INTO orders VALUES ('01a21b30-5a8c-709d-88cf-b1ba6df774e3', '01a21b30-57bd-71e7-9e0a-a4773934dac7', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'AWAITING_PAYMENT', @now-8576, @now+3591424, @now-8352, 2);
INSERT INTO orders VALUES ('01a21b30-5bbd-701d-97fd-2b3e2c085c7b', '01a21b2d-f12b-7757-ab32-d537a453c426', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'CANCELLED', @now-8271, @now+3591729, @now-7609, 1);
INSERT INTO orders VALUES ('01a21b30-5d9f-736f-8a26-f2d3e9927e39', '01a21b30-57bd-71e7-9e0a-a4773934dac7', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'AWAITING_PAYMENT', @now-7789, @now+3592211, @now-7789, 0);
INSERT INTO orders VALUES ('01a21b30-6fce-700f-bfe1-ddb0b5890d02', '01a21b30-6d21-741f-949a-01f57ab28527', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'AWAITING_PAYMENT', @now-3134, @now+3596866, @now-3134, 0);
INSERT INTO orders VALUES ('01a21b30-721c-7688-8936-c549590230ca', '01a21b30-6fe3-7187-99f3-880aaa993bf6', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'AWAITING_PAYMENT', @now-2544, @now+3597456, @now-2544, 0);
INSERT INTO orders VALUES ('01a21b30-771a-73de-b77d-8b70f246f712', '01a21b30-74a7-70da-a16c-c112b3324979', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'PROCESSING', @now-1266, @now+3598734, @now-1156, 1);
INSERT INTO orders VALUES ('01a21b30-7aac-77b7-9650-7d89d7210f2d', '01a21b30-77f7-754b-b07a-b58e114b1096', '00000000-0000-7000-8000-000000000001', 'TikToken Shop', 'TTK', 790, 'PROCESSING', @now-352, @now+3599648, @now-277, 1);
INSERT INTO order_lines VALUES ('01a21b2e-92f6-743b-9c92-2fbfd9803cf5', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-5471-71a7-8af9-89bd22ede142', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 2);
INSERT INTO order_lines VALUES ('01a21b30-5471-71a7-8af9-89bd22ede142', 1, '019a0000-0000-7000-8000-000000000005', 'Cardigan', 1880, 1);
INSERT INTO order_lines VALUES ('01a21b30-5766-7770-aa7d-5606675dcaa1', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-5a8c-709d-88cf-b1ba6df774e3', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-5d9f-736f-8a26-f2d3e9927e39', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-6fce-700f-bfe1-ddb0b5890d02', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-721c-7688-8936-c549590230ca', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-771a-73de-b77d-8b70f246f712', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_lines VALUES ('01a21b30-7aac-77b7-9650-7d89d7210f2d', 0, '019a0000-0000-7000-8000-000000000004', 'Lipstick', 790, 1);
INSERT INTO order_events VALUES ('01a21b2e-92f8-75be-a948-7ab89dac426f', '01a21b2e-92f6-743b-9c92-2fbfd9803cf5', 0, 'AWAITING_PAYMENT', NULL, @now-125206);
INSERT INTO order_events VALUES ('01a21b2f-33c9-7482-9e37-0e0d04a41ab8', '01a21b2e-92f6-743b-9c92-2fbfd9803cf5', 1, 'EXPIRED', NULL, @now-84036);
INSERT INTO order_events VALUES ('01a21b30-547b-73f7-9d4b-12e7e706357c', '01a21b30-5471-71a7-8af9-89bd22ede142', 0, 'AWAITING_PAYMENT', NULL, @now-10139);
INSERT INTO order_events VALUES ('01a21b30-5539-72c6-bebc-4c72160d74f7', '01a21b30-5471-71a7-8af9-89bd22ede142', 1, 'PROCESSING', NULL, @now-9939);
INSERT INTO order_events VALUES ('01a21b30-56ab-7616-868a-5515db301c8c', '01a21b30-5471-71a7-8af9-89bd22ede142', 2, 'PAID', NULL, @now-9569);
INSERT INTO order_events VALUES ('01a21b30-5767-77f8-bbda-117f9e4e109d', '01a21b30-5766-7770-aa7d-5606675dcaa1', 0, 'AWAITING_PAYMENT', NULL, @now-9382);
INSERT INTO order_events VALUES ('01a21b30-578b-70d3-98df-06e1c2ebc0f7', '01a21b30-5766-7770-aa7d-5606675dcaa1', 1, 'CANCELLED', NULL, @now-9345);
INSERT INTO order_events VALUES ('01a21b30-5a8d-7536-a33f-86197f94976f', '01a21b30-5a8c-709d-88cf-b1ba6df774e3', 0, 'AWAITING_PAYMENT', NULL, @now-8576);
INSERT INTO order_events VALUES ('01a21b30-5ae7-7046-adf2-c6ad1c5fb6b5', '01a21b30-5a8c-709d-88cf-b1ba6df774e3', 1, 'PROCESSING', NULL, @now-8486);
INSERT INTO order_events VALUES ('01a21b30-5b6d-76ac-b849-96a93a29d0d1', '01a21b30-5a8c-709d-88cf-b1ba6df774e3', 2, 'AWAITING_PAYMENT', 'insufficient_funds', @now-8352);
INSERT INTO order_events VALUES ('01a21b30-5bbd-701d-97fd-2b3e2c085c7c', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 0, 'AWAITING_PAYMENT', NULL, @now-8271);
INSERT INTO order_events VALUES ('01a21b30-5da3-729f-8b30-05949c080aea', '01a21b30-5d9f-736f-8a26-f2d3e9927e39', 0, 'AWAITING_PAYMENT', NULL, @now-7789);
INSERT INTO order_events VALUES ('01a21b30-5e53-7064-b02a-c6e25081aaaf', '01a21b30-5bbd-701d-97fd-2b3e2c085c7b', 1, 'CANCELLED', NULL, @now-7609);
INSERT INTO order_events VALUES ('01a21b30-6fcf-706f-b643-beb49ce2d422', '01a21b30-6fce-700f-bfe1-ddb0b5890d02', 0, 'AWAITING_PAYMENT', NULL, @now-3134);
INSERT INTO order_events VALUES ('01a21b30-721d-71c2-ba31-937f6ff79d3b', '01a21b30-721c-7688-8936-c549590230ca', 0, 'AWAITING_PAYMENT', NULL, @now-2544);
INSERT INTO order_events VALUES ('01a21b30-771a-73de-b77d-8b70f246f713', '01a21b30-771a-73de-b77d-8b70f246f712', 0, 'AWAITING_PAYMENT', NULL, @now-1266);
INSERT INTO order_events VALUES ('01a21b30-7788-706a-bc9f-6c507b37bcd2', '01a21b30-771a-73de-b77d-8b70f246f712', 1, 'PROCESSING', NULL, @now-1156);
INSERT INTO order_events VALUES ('01a21b30-7aae-71a2-a10a-4bf5886cb963', '01a21b30-7aac-77b7-9650-7d89d7210f2d', 0, 'AWAITING_PAYMENT', NULL, @now-352);
INSERT INTO order_events VALUES ('01a21b30-7af7-748f-880f-cc71d7f4b436', '01a21b30-7aac-77b7-9650-7d89d7210f2d', 1, 'PROCESSING', NULL, @now-277);
INSERT INTO purchases VALUES ('01a21b30-5539-72c6-bebc-4c72160d74f8', '01a21b30-5471-71a7-8af9-89bd22ede142', 'PAID', NULL, NULL, NULL, @now-9939, 0, 0, @now+429, 4);
INSERT INTO purchases VALUES ('01a21b30-5ae7-7046-adf2-c6ad1c5fb6b6', '01a21b30-5a8c-709d-88cf-b1ba6df774e3', 'REFUSED', NULL, NULL, 'INSUFFICIENT_FUNDS', @now-8485, 0, 0, @now+1648, 4);
INSERT INTO purchases VALUES ('01a21b30-7788-706a-bc9f-6c507b37bcd3', '01a21b30-771a-73de-b77d-8b70f246f712', 'FUNDS_COMMITTED', NULL, NULL, NULL, @now-1156, 0, 0, @now+8936, 3);
INSERT INTO purchases VALUES ('01a21b30-7af7-748f-880f-cc71d7f4b437', '01a21b30-7aac-77b7-9650-7d89d7210f2d', 'STOCK_RESERVED', NULL, 'eyJ0eXAiOiJhcHByb3ZhbCtqd3QiLCJhbGciOiJIUzI1NiJ9.eyJnZW5lcmF0aW9uIjowLCJzdWIiOiIwMWEyMWIzMC03N2Y3LTc1NGItYjA3YS1iNThlMTE0YjEwOTYiLCJhbW91bnQiOjc5MCwiaXNzIjoiaHR0cDovLzEyNy4wLjAuMToyOTM4MSIsInBheWVlX3VzZXJuYW1lIjoiVGlrVG9rZW4gU2hvcCIsInBheWVlX2lkIjoiMDAwMDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAxIiwiYXVkIjoiYXBwcm92YWwiLCJwYXllZV9uYW1lIjoiVGlrVG9rZW4gU2hvcCIsImN1cnJlbmN5IjoiVFRLIiwiZXhwIjoxNzk1NzUyNjExLCJpYXQiOjE3OTU3NTI0OTEsIm9wZXJhdGlvbiI6InB1cmNoYXNlIiwib3JkZXJfaWQiOiIwMWEyMWIzMC03YWFjLTc3YjctOTY1MC03ZDg5ZDcyMTBmMmQiLCJqdGkiOiIwMWEyMWIzMC03YWRjLTcwNjMtOTNlOS1hZjYyMjBkMzVmYTIifQ.f6j3thENz_Gv-P_GsqLFcdnDDNZcEKDC0J0S6Rkw7zo', NULL, @now-277, 0, 0, @now+9750, 1);
INSERT INTO purge_clock VALUES (1, @now-157709);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX orders_of_a_customer ON orders (customer_id, id);
CREATE INDEX orders_that_may_expire ON orders (expires_at) WHERE status = 'AWAITING_PAYMENT';
CREATE UNIQUE INDEX one_purchase_of_an_order ON purchases (order_id) WHERE step <> 'REFUSED';
CREATE INDEX unfinished_purchases ON purchases (due_at) WHERE step NOT IN ('PAID', 'REFUSED', 'NEEDS_OPERATOR');
CREATE INDEX parked_purchases ON purchases (step) WHERE step = 'NEEDS_OPERATOR';
CREATE INDEX idempotent_requests_by_time ON idempotent_requests (created_at);
