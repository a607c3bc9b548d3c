package io.tiktoken.order.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.order.cart.Catalog.Findings;
import io.tiktoken.order.cart.Product;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.purchase.Purchase;
import io.tiktoken.order.purchase.PurchaseFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What goes over the wire, and what is made of every answer that can come back. */
@SpringBootTest(
        properties = {"tiktoken.neighbours.catalog.read-timeout=1s", "tiktoken.neighbours.wallet.read-timeout=1s"})
@Import(TestTokens.class)
class NeighbourTests {

    @RegisterExtension
    static final WireMockExtension NEIGHBOURS = WireMockExtension.newInstance().build();

    @DynamicPropertySource
    static void everybodyIsWireMock(DynamicPropertyRegistry registry) {
        registry.add("tiktoken.neighbours.catalog.url", NEIGHBOURS::baseUrl);
        registry.add("tiktoken.neighbours.wallet.url", NEIGHBOURS::baseUrl);
        registry.add("TIKTOKEN_AUTH_URL", NEIGHBOURS::baseUrl);
    }

    enum Command {
        RESERVE_STOCK((test, purchase) -> test.catalog.reserve(purchase)),
        COMMIT_STOCK((test, purchase) -> test.catalog.commit(purchase)),
        RELEASE_STOCK((test, purchase) -> test.catalog.release(purchase)),
        TAKE_STOCK_BACK((test, purchase) -> test.catalog.takeBack(purchase)),
        RESERVE_FUNDS((test, purchase) -> test.wallet.reserve(purchase)),
        COMMIT_FUNDS((test, purchase) -> test.wallet.commit(purchase)),
        RELEASE_FUNDS((test, purchase) -> test.wallet.release(purchase)),
        REFUND((test, purchase) -> test.wallet.refund(purchase));

        final BiFunction<NeighbourTests, Purchase, Answer<Done>> call;

        Command(BiFunction<NeighbourTests, Purchase, Answer<Done>> call) {
            this.call = call;
        }
    }

    @Autowired
    CatalogGateway catalog;

    @Autowired
    WalletGateway wallet;

    @Autowired
    CircuitBreakerRegistry breakers;

    final Purchase purchase = PurchaseFixtures.begun(Instant.now());
    final String id = purchase.id().toString();
    final String product = purchase.order().lines().getFirst().productId().toString();

    @BeforeEach
    void breakersAreClosedAndTokensAreToBeHad() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        NEIGHBOURS.stubFor(post("/oauth2/token").willReturn(okJson("""
                {"access_token": "a-service-token", "token_type": "Bearer", "expires_in": 300}
                """)));
    }

    @Test
    void reservesStockSo() {
        answerEverythingWith(reserved("RESERVED"));

        assertThat(catalog.reserve(purchase)).isEqualTo(Answer.done());

        NEIGHBOURS.verify(putRequestedFor(urlEqualTo("/internal/reservations/" + id))
                .withHeader("Authorization", equalTo("Bearer a-service-token"))
                .withRequestBody(equalToJson("""
                        {"lines": [{"productId": "%s", "quantity": 2}], "expiresInSeconds": 900}
                        """.formatted(product))));
    }

    @Test
    void reservesFundsSo() {
        answerEverythingWith(reserved("RESERVED"));

        assertThat(wallet.reserve(purchase)).isEqualTo(Answer.done());

        NEIGHBOURS.verify(
                putRequestedFor(urlEqualTo("/internal/reservations/" + id)).withRequestBody(equalToJson("""
                        {"customerId": "%s", "payeeId": "00000000-0000-7000-8000-000000000001",
                         "amount": {"amount": 3100, "currency": "TTK"}, "orderId": "%s",
                         "approval": "a-signed-approval", "expiresInSeconds": 900}
                        """.formatted(
                                purchase.order().customerId(), purchase.order().id()))));
    }

    @Test
    void commitsReleasesAndGivesBackSo() {
        answerEverythingWith(ok());

        for (var command : Command.values()) {
            if (!command.name().startsWith("RESERVE")) {
                assertThat(command.call.apply(this, purchase))
                        .as(command.name())
                        .isEqualTo(Answer.done());
            }
        }

        NEIGHBOURS.verify(2, putRequestedFor(urlEqualTo("/internal/reservations/" + id + "/commit")));
        NEIGHBOURS.verify(2, putRequestedFor(urlEqualTo("/internal/reservations/" + id + "/release")));
        NEIGHBOURS.verify(
                putRequestedFor(urlEqualTo("/internal/refunds/" + purchase.id().refund()))
                        .withRequestBody(equalToJson("""
                        {"reservationId": "%s", "amount": {"amount": 3100, "currency": "TTK"}}
                        """.formatted(id))));
        NEIGHBOURS.verify(
                putRequestedFor(urlEqualTo("/internal/returns/" + purchase.id().stockReturn()))
                        .withRequestBody(equalToJson("""
                        {"reservationId": "%s", "lines": [{"productId": "%s", "quantity": 2}]}
                        """.formatted(id, product))));
    }

    @Test
    void asksForProductsSo() {
        NEIGHBOURS.stubFor(get(urlPathEqualTo("/internal/products")).willReturn(okJson("""
                {"data": [{"id": "%s", "name": "Tea", "description": "Green", "featured": false,
                           "price": {"amount": 1550, "currency": "TTK"}, "available": 7}]}
                """.formatted(product))));
        var unknown = new ProductId(UUID.randomUUID());
        var tea = new ProductId(UUID.fromString(product));

        assertThat(catalog.find(List.of(tea, unknown)))
                .isEqualTo(new Findings.Found(Map.of(tea, new Product(tea, "Tea", Money.of("15.50", "TTK"), 7))));

        NEIGHBOURS.verify(getRequestedFor(urlPathEqualTo("/internal/products"))
                .withQueryParam("ids", equalTo(product + "," + unknown))
                .withHeader("Authorization", equalTo("Bearer a-service-token")));
    }

    @ParameterizedTest(name = "a catalogue that says {0} is as good as none")
    @ValueSource(
            strings = {
                "<html>",
                "",
                "{}",
                "null",
                "{\"data\": null}",
                "{\"data\": [{\"id\": \"00000000-0000-7000-8000-000000000001\", \"name\": \"Free\", \"price\": {\"amount\": 0, \"currency\": \"TTK\"}, \"available\": 1}]}",
                "{\"data\": [{\"id\": \"00000000-0000-7000-8000-000000000001\", \"name\": \"Foreign\", \"price\": {\"amount\": 5, \"currency\": \"JPY\"}, \"available\": 1}]}",
                "{\"data\": [{\"id\": \"00000000-0000-7000-8000-000000000001\", \"name\": \"No price\", \"available\": 1}]}"
            })
    void believesNoCatalogueThatMakesNoSense(String body) {
        answerEverythingWith(okJson(body));

        assertThat(catalog.find(List.of(new ProductId(UUID.randomUUID())))).isEqualTo(new Findings.Unavailable());
    }

    @ParameterizedTest(name = "{0} answered {1} {2} is a definite no")
    @CsvSource({
        "RESERVE_STOCK, 409, out_of_stock",
        "RESERVE_STOCK, 409, already_released",
        "RESERVE_STOCK, 409, expired",
        "RESERVE_FUNDS, 402, insufficient_funds",
        "RESERVE_FUNDS, 403, approval_invalid",
        "RESERVE_FUNDS, 403, approval_expired",
        "RESERVE_FUNDS, 403, approval_used",
        "RESERVE_FUNDS, 409, already_released",
        "RESERVE_FUNDS, 409, expired",
        "RESERVE_FUNDS, 422, limit_exceeded",
        "RESERVE_FUNDS, 422, wallet_frozen",
        "RESERVE_FUNDS, 422, payee_frozen",
        "COMMIT_STOCK, 404, not_reserved",
        "COMMIT_FUNDS, 409, already_released",
        "COMMIT_FUNDS, 409, expired",
        "RELEASE_STOCK, 409, already_committed",
        "RELEASE_FUNDS, 409, already_committed",
        "REFUND, 402, insufficient_funds",
        "REFUND, 409, exceeds_committed",
        "TAKE_STOCK_BACK, 409, exceeds_committed"
    })
    void takesWhatTheContractListsForANo(Command command, int status, String code) {
        answerEverythingWith(problem(status, code).withHeader("Retry-After", "1"));

        assertThat(command.call.apply(this, purchase)).isEqualTo(new Answer.No<>(code));
    }

    @ParameterizedTest(name = "{0} answered {1} {2} is something nobody expected")
    @CsvSource({
        "RESERVE_FUNDS, 409, insufficient_funds",
        "RESERVE_FUNDS, 402, out_of_stock",
        "RESERVE_FUNDS, 402, wallet_frozen",
        "COMMIT_FUNDS, 422, wallet_frozen",
        "RELEASE_FUNDS, 422, wallet_frozen",
        "RESERVE_FUNDS, 400, validation_failed",
        "RESERVE_FUNDS, 409, out_of_stock",
        "RESERVE_FUNDS, 422, body_differs",
        "RESERVE_STOCK, 422, body_differs",
        "RESERVE_STOCK, 402, insufficient_funds",
        "TAKE_STOCK_BACK, 402, insufficient_funds",
        "RESERVE_FUNDS, 404, not_found",
        "RESERVE_STOCK, 409, something_new",
        "COMMIT_FUNDS, 402, insufficient_funds",
        "COMMIT_FUNDS, 404, not_found",
        "RELEASE_FUNDS, 409, expired",
        "REFUND, 404, not_found",
        "COMMIT_STOCK, 302, moved",
        "COMMIT_STOCK, 418, teapot"
    })
    void takesNothingElseForANo(Command command, int status, String code) {
        answerEverythingWith(problem(status, code).withHeader("Location", "/elsewhere"));

        assertThat(command.call.apply(this, purchase)).isInstanceOf(Answer.Unexpected.class);
        NEIGHBOURS.verify(1, putRequestedFor(urlMatching(".*")));
    }

    @ParameterizedTest(name = "{0} says nothing about any command")
    @CsvSource({
        "401, unauthenticated",
        "403, forbidden",
        "403, wallet_frozen",
        "408, request_timeout",
        "425, too_early",
        "429, too_many_requests",
        "500, internal_error",
        "500, insufficient_funds",
        "502, bad_gateway",
        "503, out_of_stock",
        "504, expired"
    })
    void doesNotMistakeTroubleForANo(int status, String code) {
        answerEverythingWith(problem(status, code));

        for (var command : Command.values()) {
            breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
            assertThat(command.call.apply(this, purchase)).as(command.name()).isInstanceOf(Answer.NoAnswer.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionSaysNothing(Fault fault) {
        answerEverythingWith(aResponse().withFault(fault));

        for (var command : List.of(Command.RESERVE_FUNDS, Command.RESERVE_STOCK)) {
            assertThat(command.call.apply(this, purchase)).as(command.name()).isInstanceOf(Answer.NoAnswer.class);
        }
        NEIGHBOURS.verify(2, putRequestedFor(urlMatching(".*")));
        assertThat(catalog.find(List.of(new ProductId(UUID.randomUUID())))).isEqualTo(new Findings.Unavailable());
    }

    @ParameterizedTest(name = "a reservation answered 200 with {0} is not certain")
    @ValueSource(
            strings = {
                "",
                "null",
                "<html>welcome</html>",
                "{\"id\"",
                "{}",
                "[]",
                "{\"id\": \"00000000-0000-7000-8000-000000000001\", \"state\": \"REFUSED\"}"
            })
    void aReservationNeedsABodyThatSaysSo(String body) {
        answerEverythingWith(okJson(body));

        assertThat(wallet.reserve(purchase)).isInstanceOf(Answer.NoAnswer.class);
        assertThat(catalog.reserve(purchase)).isInstanceOf(Answer.NoAnswer.class);
    }

    @Test
    void aReservationThatWasCommittedMeanwhileIsStillAYes() {
        answerEverythingWith(reserved("COMMITTED"));

        assertThat(wallet.reserve(purchase)).isEqualTo(Answer.done());
    }

    @Test
    void waitsNoLongerThanItMay() {
        answerEverythingWith(ok());
        wallet.commit(purchase); // The first call of all has classes to load and a token to fetch.
        answerEverythingWith(ok().withFixedDelay(10_000));
        var begin = System.nanoTime();

        assertThat(wallet.commit(purchase)).isInstanceOf(Answer.NoAnswer.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        NEIGHBOURS.verify(2, putRequestedFor(urlMatching(".*")));
    }

    @Test
    void refusalsLeaveTheCircuitClosedAndSilenceOpensIt() {
        answerEverythingWith(problem(402, "insufficient_funds"));
        for (var i = 0; i < 50; i++) {
            wallet.reserve(purchase);
        }
        assertThat(breakers.circuitBreaker("wallet").getState()).isEqualTo(CircuitBreaker.State.CLOSED);

        answerEverythingWith(problem(503, "temporarily_unavailable"));
        for (var i = 0; i < 20; i++) {
            wallet.reserve(purchase);
        }
        assertThat(breakers.circuitBreaker("wallet").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        NEIGHBOURS.resetRequests();

        assertThat(wallet.reserve(purchase)).isInstanceOf(Answer.NoAnswer.class);

        NEIGHBOURS.verify(0, putRequestedFor(urlMatching(".*")));
        assertThat(breakers.circuitBreaker("catalog").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void everyNeighbourIsGivenItsOwnToken() {
        answerEverythingWith(ok());
        catalog.commit(purchase);
        wallet.commit(purchase);

        // Tokens are kept until they run out, so they may have been fetched by another test.
        assertThat(NEIGHBOURS.findAll(postRequestedFor(urlEqualTo("/oauth2/token"))))
                .allSatisfy(request ->
                        assertThat(request.getHeader("Authorization")).startsWith("Basic "));
    }

    private void answerEverythingWith(ResponseDefinitionBuilder answer) {
        NEIGHBOURS.stubFor(put(anyUrl()).willReturn(answer));
        NEIGHBOURS.stubFor(get(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder reserved(String state) {
        return okJson("{\"id\": \"%s\", \"state\": \"%s\", \"expiresAt\": \"2026-01-01T00:15:00Z\"}"
                .formatted(UUID.randomUUID(), state));
    }

    private static ResponseDefinitionBuilder problem(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\": %d, \"code\": \"%s\"}".formatted(status, code));
    }
}
