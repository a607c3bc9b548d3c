package io.tiktoken.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.order.cart.FakeCatalog;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.purchase.FakeFunds;
import io.tiktoken.order.purchase.FakeStock;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The whole service behind its door, with neighbours that do what they are told. */
@ApiTest
class OrderApiTests {

    final UUID alice = UUID.randomUUID();
    final UUID bob = UUID.randomUUID();

    @Autowired
    MockMvcTester http;

    @Autowired
    FakeCatalog catalog;

    @Autowired
    FakeStock stock;

    @Autowired
    FakeFunds funds;

    @AfterEach
    void neighboursAreWellAgain() {
        catalog.isAway(false);
        stock.clear();
        funds.clear();
    }

    // --- the cart

    @Test
    void anEmptyCartCostsNothing() {
        assertThat(get(alice, "/api/cart")).hasStatus(200).bodyJson().isStrictlyEqualTo("""
                {"items": [], "total": {"amount": 0, "currency": "TTK"}}
                """);
    }

    @Test
    void aCartShowsTodaysPricesAndAvailability() {
        var tea = catalog.sells("Tea", "15.50", 7);

        assertThat(send(alice, HttpMethod.PUT, "/api/cart/items/" + tea, "{\"quantity\": 2}"))
                .hasStatus(200);

        assertThat(get(alice, "/api/cart")).bodyJson().isStrictlyEqualTo("""
                {"items": [{"productId": "%s", "name": "Tea", "unitPrice": {"amount": 1550, "currency": "TTK"},
                            "quantity": 2, "total": {"amount": 3100, "currency": "TTK"}, "available": 7}],
                 "total": {"amount": 3100, "currency": "TTK"}}
                """.formatted(tea));
        assertThat(get(bob, "/api/cart"))
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();

        assertThat(send(alice, HttpMethod.DELETE, "/api/cart/items/" + tea, null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.items")
                .asArray()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "-1", "1.5", "\"2\"", "null", "9999999999"})
    void noSuchQuantity(String quantity) {
        var tea = catalog.sells("Tea", "15.50", 7);

        assertThat(send(alice, HttpMethod.PUT, "/api/cart/items/" + tea, "{\"quantity\": %s}".formatted(quantity)))
                .hasStatus(400);
    }

    @Test
    void whileTheCatalogueIsAwayTheClientIsToldWhenToComeBack() {
        var tea = catalog.sells("Tea", "15.50", 7);
        send(alice, HttpMethod.PUT, "/api/cart/items/" + tea, "{\"quantity\": 2}");
        catalog.isAway(true);

        var answer = get(alice, "/api/cart");

        assertThat(answer).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "5");
        code(answer).isEqualTo("catalog_unavailable");
    }

    @Test
    void aProductThatDoesNotExistCannotBePutIn() {
        code(send(alice, HttpMethod.PUT, "/api/cart/items/" + UUID.randomUUID(), "{\"quantity\": 1}"))
                .isEqualTo("product_unknown");
    }

    // --- placing

    @Test
    void placesAnOrderAtTheCataloguesPrice() {
        var tea = catalog.sells("Tea", "15.50", 7);

        var answer = place(alice, "key", tea, 2);

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"status": "AWAITING_PAYMENT",
                 "lines": [{"productId": "%s", "name": "Tea", "unitPrice": {"amount": 1550, "currency": "TTK"},
                            "quantity": 2, "total": {"amount": 3100, "currency": "TTK"}}],
                 "total": {"amount": 3100, "currency": "TTK"},
                 "merchant": {"id": "00000000-0000-7000-8000-000000000001", "name": "TikToken Shop"},
                 "timeline": [{"status": "AWAITING_PAYMENT"}]}
                """.formatted(tea));
        assertThat(answer).headers().hasValue(HttpHeaders.LOCATION, "/api/orders/" + idIn(answer));
        assertThat(get(alice, "/api/orders/" + idIn(answer))).hasStatus(200);
    }

    @Test
    void theSameKeyIsTheSameOrderEvenWhenTheCatalogueIsGone() {
        var tea = catalog.sells("Tea", "15.50", 7);
        var first = place(alice, "key", tea, 2);
        catalog.isAway(true);

        var again = place(alice, "key", tea, 2);

        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(idIn(again)).isEqualTo(idIn(first));
        assertThat(get(alice, "/api/orders"))
                .bodyJson()
                .extractingPath("$.data")
                .asArray()
                .hasSize(1);
    }

    @Test
    void orderingTheCartTwiceWithOneKeyIsOneOrder() {
        var tea = catalog.sells("Tea", "15.50", 7);
        send(alice, HttpMethod.PUT, "/api/cart/items/" + tea, "{\"quantity\": 2}");

        var first = post(alice, "/api/orders", "key", "{}");
        var again = post(alice, "/api/orders", "key", "{}");

        assertThat(first).hasStatus(201);
        assertThat(idIn(again)).isEqualTo(idIn(first));
        code(post(alice, "/api/orders", "another", "{}")).isEqualTo("cart_empty");
    }

    @Test
    void theSameKeyForSomethingElseIsRefused() {
        var tea = catalog.sells("Tea", "15.50", 7);
        place(alice, "key", tea, 2);

        var other = place(alice, "key", tea, 3);

        assertThat(other).hasStatus(422);
        code(other).isEqualTo("idempotency_key_reused");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"total\": {\"amount\": 0, \"currency\": \"TTK\"}}",
                "{\"status\": \"PAID\"}",
                "{\"items\": [{\"productId\": \"TEA\", \"quantity\": 1, \"unitPrice\": {\"amount\": 0, \"currency\": \"TTK\"}}]}",
                "{\"items\": [{\"productId\": \"TEA\", \"quantity\": 1, \"price\": 0}]}",
                "{\"items\": [{\"productId\": \"TEA\", \"quantity\": -1}]}",
                "{\"items\": [{\"productId\": \"TEA\"}]}",
                "{\"items\": [{\"quantity\": 1}]}",
                "{\"items\": [null]}",
                "{\"items\": []}",
                "{\"items\": [{\"productId\": \"TEA\", \"quantity\": 1}, {\"productId\": \"TEA\", \"quantity\": 1}]}",
                "{\"items\": {}}",
                "[]",
                "not json",
                ""
            })
    void whatIsNotTheCustomersToSayIsRefused(String body) {
        var tea = catalog.sells("Tea", "15.50", 7);
        send(alice, HttpMethod.PUT, "/api/cart/items/" + tea, "{\"quantity\": 1}");

        assertThat(post(alice, "/api/orders", "key", body.replace("TEA", tea.toString())))
                .hasStatus(400);
        assertThat(get(alice, "/api/orders"))
                .bodyJson()
                .extractingPath("$.data")
                .asArray()
                .isEmpty();
    }

    @Test
    void refusalsSayWhatToDo() {
        var rare = catalog.sells("Rare tea", "15.50", 1);

        var tooMany = place(alice, "one", rare, 2);
        assertThat(tooMany).hasStatus(409);
        code(tooMany).isEqualTo("out_of_stock");
        assertThat(tooMany).bodyJson().extractingPath("$.available").isEqualTo(1);

        var unknown = place(alice, "two", new ProductId(UUID.randomUUID()), 1);
        assertThat(unknown).hasStatus(422);
        code(unknown).isEqualTo("product_unknown");

        var empty = post(alice, "/api/orders", "three", "{}");
        assertThat(empty).hasStatus(422);
        code(empty).isEqualTo("cart_empty");
    }

    // --- paying

    @Test
    void paysAnOrder() {
        var order = idIn(placed(alice));

        var paid = pay(alice, order, "key");

        assertThat(paid).hasStatus(200).hasHeader(HttpHeaders.LOCATION, "/api/orders/" + order);
        assertThat(paid).bodyJson().isLenientlyEqualTo("""
                {"status": "PAID",
                 "timeline": [{"status": "AWAITING_PAYMENT"}, {"status": "PROCESSING"}, {"status": "PAID"}]}
                """);
        assertThat(pay(alice, order, "key")).hasStatus(200).hasHeader("Idempotent-Replayed", "true");
        assertThat(pay(alice, order, "other")).hasStatus(200).doesNotContainHeader("Idempotent-Replayed");
    }

    @Test
    void isProcessingWhileNobodyAnswers() {
        var order = idIn(placed(alice));
        stock.isSilentOn("commit");

        var processing = pay(alice, order, "key");

        assertThat(processing).hasStatus(202).hasHeader(HttpHeaders.LOCATION, "/api/orders/" + order);
        assertThat(processing).bodyJson().extractingPath("$.status").isEqualTo("PROCESSING");
        var cancellation = post(alice, "/api/orders/" + order + "/cancellation", null, null);
        assertThat(cancellation).hasStatus(409);
        code(cancellation).isEqualTo("payment_in_progress");
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "insufficient_funds, 402",
        "wallet_frozen, 403",
        "payee_frozen, 409",
        "approval_invalid, 403",
        "approval_expired, 403",
        "approval_used, 403",
        "limit_exceeded, 422"
    })
    void tellsWhyAPaymentWasRefused(String code, int status) {
        var order = idIn(placed(alice));
        funds.refuses(code);

        var refused = pay(alice, order, "key");

        assertThat(refused).hasStatus(status);
        code(refused).isEqualTo(code);
        assertThat(get(alice, "/api/orders/" + order)).bodyJson().isLenientlyEqualTo("""
                {"status": "AWAITING_PAYMENT",
                 "timeline": [{"status": "AWAITING_PAYMENT"}, {"status": "PROCESSING"},
                              {"status": "AWAITING_PAYMENT", "reason": "%s"}]}
                """.formatted(code));
    }

    @Test
    void aRefusalIsRepeatedForItsKey() {
        var order = idIn(placed(alice));
        stock.refuses("out_of_stock");
        assertThat(pay(alice, order, "key")).hasStatus(409);
        stock.clear();

        var again = pay(alice, order, "key");

        assertThat(again).hasStatus(409).hasHeader("Idempotent-Replayed", "true");
        code(again).isEqualTo("out_of_stock");
        assertThat(pay(alice, order, "new")).hasStatus(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{}",
                "{\"approval\": \"\"}",
                "{\"approval\": null}",
                "{\"approval\": \"a\", \"amount\": {\"amount\": 1, \"currency\": \"TTK\"}}",
                "{\"pin\": \"123456\"}"
            })
    void aPaymentIsAnApprovalAndNothingElse(String body) {
        var order = idIn(placed(alice));

        assertThat(post(alice, "/api/orders/" + order + "/payment", "key", body))
                .hasStatus(400);
        assertThat(funds.calls).isEmpty();
    }

    // --- cancelling

    @Test
    void cancelsAnUnpaidOrderForGood() {
        var order = idIn(placed(alice));

        assertThat(post(alice, "/api/orders/" + order + "/cancellation", null, null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("CANCELLED");

        var payment = pay(alice, order, "key");
        assertThat(payment).hasStatus(409);
        code(payment).isEqualTo("order_cancelled");
    }

    // --- who may do what

    @Test
    void nobodyMeetsAnothersOrder() {
        var order = idIn(placed(alice));

        assertThat(get(bob, "/api/orders/" + order)).hasStatus(404);
        assertThat(pay(bob, order, "key")).hasStatus(404);
        var cancellation = post(bob, "/api/orders/" + order + "/cancellation", null, null);
        assertThat(cancellation).hasStatus(404);
        code(cancellation).isEqualTo("not_found");
        assertThat(get(bob, "/api/orders"))
                .bodyJson()
                .extractingPath("$.data")
                .asArray()
                .isEmpty();
        assertThat(get(alice, "/api/orders/" + order))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("AWAITING_PAYMENT");
        assertThat(funds.calls).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /api/cart",
        "PUT, /api/cart/items/ID",
        "DELETE, /api/cart/items/ID",
        "GET, /api/orders",
        "POST, /api/orders",
        "GET, /api/orders/ID",
        "POST, /api/orders/ID/payment",
        "POST, /api/orders/ID/cancellation"
    })
    void isForCustomersOnly(HttpMethod method, String path) {
        var uri = path.replace("ID", UUID.randomUUID().toString());
        var admin = TestTokens.person(UUID.randomUUID(), "admin", "ADMIN");
        var service = TestTokens.service("wallet-service", "order-service", "funds:reserve");

        assertThat(http.method(method).uri(uri)).hasStatus(401);
        assertThat(http.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + service))
                .hasStatus(401);
        assertThat(http.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, "Bearer " + admin))
                .hasStatus(403);
    }

    @ParameterizedTest(name = "{0} without an Idempotency-Key")
    @ValueSource(strings = {"/api/orders", "/api/orders/ID/payment"})
    void needsAKey(String path) {
        var answer = post(alice, path.replace("ID", UUID.randomUUID().toString()), null, "{\"approval\": \"a\"}");

        assertThat(answer).hasStatus(400);
        code(answer).isEqualTo("idempotency_key_missing");
    }

    @Test
    void idsThatAreNoneAreRefused() {
        assertThat(get(alice, "/api/orders/1")).hasStatus(400);
        assertThat(get(alice, "/api/orders?limit=101")).hasStatus(400);
        assertThat(send(alice, HttpMethod.PUT, "/api/cart/items/1", "{\"quantity\": 1}"))
                .hasStatus(400);
    }

    // --- how this test speaks

    private MvcTestResult placed(UUID customer) {
        return place(customer, UUID.randomUUID().toString(), catalog.sells("Tea", "15.50", 7), 2);
    }

    private MvcTestResult place(UUID customer, String key, ProductId product, int quantity) {
        return post(
                customer,
                "/api/orders",
                key,
                "{\"items\": [{\"productId\": \"%s\", \"quantity\": %d}]}".formatted(product, quantity));
    }

    private MvcTestResult pay(UUID customer, String order, String key) {
        return post(customer, "/api/orders/" + order + "/payment", key, "{\"approval\": \"signed\"}");
    }

    private MvcTestResult get(UUID customer, String uri) {
        return send(customer, HttpMethod.GET, uri, null);
    }

    private MvcTestResult post(UUID customer, String uri, String key, String body) {
        return send(customer, HttpMethod.POST, uri, key, body);
    }

    private MvcTestResult send(UUID customer, HttpMethod method, String uri, String body) {
        return send(customer, method, uri, null, body);
    }

    private MvcTestResult send(UUID customer, HttpMethod method, String uri, String key, String body) {
        var request = http.method(method)
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(customer, "alice"));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }

    private static String idIn(MvcTestResult answer) {
        var id = new String[1];
        assertThat(answer).bodyJson().extractingPath("$.id").asString().satisfies(found -> id[0] = found);
        return id[0];
    }

    private static AbstractStringAssert<?> code(MvcTestResult answer) {
        return assertThat(answer).bodyJson().extractingPath("$.code").asString();
    }
}
