package io.tiktoken.system.old;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Authenticator;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Credentials;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.OldShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import io.tiktoken.system.token.MachineClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** On the databases of November 2026 the shop opens, and goes on where it was killed. */
class OldShopTests {

    private static final OldShop OLD = OldShop.named("2026-11");
    private static final JsonNode THINGS = OLD.memory().path("things");
    /** Long enough for a saga to run into its deadline and be undone. */
    private static final Duration LONGEST_PAYMENT = Duration.ofSeconds(90);

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(20);

    private static final Map<String, Authenticator> PHONES = new HashMap<>();
    private static Shop shop;
    private static Visitor visitor;

    @BeforeAll
    static void opensOnTheOldDatabases() throws Exception {
        shop = Shop.openOn(OLD);
        visitor = new Visitor(shop);
        for (var owner : new String[] {"admin", "dave", "erin"}) {
            PHONES.put(owner, new Authenticator(person(owner).path("secret").asString()));
        }
    }

    @AfterAll
    static void closes() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void whatWasServedIsServedStill() {
        var browsers = Map.of(
                "alice", loggedIn("alice").browser(), "admin", loggedInWithCode("admin"), "visitor", visitor.browser());
        for (var view : OLD.memory().path("views")) {
            var path = view.path("path").asString();
            var now = browsers.get(view.path("who").asString()).get(path).expect(200);
            var before = view.path("answer").asString();
            if (before.startsWith("{")) {
                Views.assertShownStill(Answer.tree(before), now.body(), path);
            } else {
                // A statement also tells the newest entry of the whole ledger, and there are more by now.
                assertThat(now.text().lines())
                        .as(path)
                        .containsAll(before.lines()
                                .filter(line -> !line.contains("LEDGER_SEAL"))
                                .toList());
            }
        }
    }

    @Test
    void theLedgerHoldsAndItsHeadIsOnRecord() {
        visitor.provesTheLedger();

        await().atMost(A_FEW_SECONDS).untilAsserted(() -> {
            var proof = visitor.browser().get("/api/ledger/proof").expect(200).body();
            assertThat(proof.path("anchor").asString()).isEqualTo("holds");
            assertThat(proof.path("anchoredHeight").asLong())
                    .isGreaterThanOrEqualTo(THINGS.path("anchoredHeight").asLong());
        });
    }

    @Test
    void peopleComeInWithTheirPasswordsCodesAndSessions() {
        loggedIn("alice");
        new Credentials(person("alice").path("username").asString(), "not her password")
                .logIn(new Browser(shop))
                .expectProblem(401, "invalid_credentials");
        var session =
                Browser.SESSION_COOKIE + "=" + person("alice").path("session").asString();
        new Line()
                .send(HttpRequest.newBuilder(shop.url().resolve("/api/auth/me")).header("Cookie", session))
                .expect(200);
        credentials("carol").logIn(new Browser(shop)).expectProblem(403, "account_suspended");
        credentials("erin").logIn(new Browser(shop)).expectProblem(401, "otp_required");
        loggedInWithCode("dave");
        credentials("erin")
                .logIn(new Browser(shop), person("erin").path("recoveryCode").asString())
                .expect(200);
    }

    @Test
    void pinsApproveAsTheyDid() {
        var alice = UUID.fromString(person("alice").path("id").asString());
        var bob = loggedIn("bob");
        bob.asksForTransferApproval(Map.of("pin", bob.pin()), alice, "1.00").expectProblem(423, "pin_locked");
        var erin = customer("erin");
        erin.credentials().logIn(erin.browser(), PHONES.get("erin").nextCode()).expect(200);
        erin.asksForTransferApproval(
                        Map.of("pin", person("erin").path("deadPin").asString()), alice, "1.00")
                .expectProblem(403, "pin_incorrect");
        var henry = loggedIn("henry");
        var before = erin.wallet().balance();

        var approval = erin.approvesTransfer(henry, "1.00");
        var body = Map.of(
                "to", henry.credentials().username(), "amount", ttk("1.00"), "note", "back", "approval", approval);
        erin.browser().post("/api/wallet/transfers", body, UUID.randomUUID()).expect(201);

        assertThat(erin.wallet().balance()).isEqualTo(before.minus(ttk("1.00")));
    }

    @Test
    void aRegistrationWhoseAnswerGotLostIsAnsweredAgain() {
        var again = new Browser(shop)
                .post("/api/auth/register", THINGS.path("registration"), uuid("registrationKey"))
                .expect(201);

        assertThat(again.isReplayed()).isTrue();
        assertThat(again.body().path("pin")).isEqualTo(THINGS.path("registrationPin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"topUp", "transfer", "order"})
    void whatIsAskedAgainWithTheSameKeyIsAnsweredAndNotDoneAgain(String what) {
        var asked = THINGS.path(what);
        var alice = loggedIn("alice");
        var key = UUID.fromString(asked.path("key").asString());
        var before = alice.wallet().balance();

        var again = alice.browser().post(asked.path("path").asString(), asked.path("body"), key);

        assertThat(again.expect(201).isReplayed()).isTrue();
        assertThat(again.body().path("id")).isEqualTo(asked.path("id"));
        assertThat(alice.wallet().balance()).isEqualTo(before);
    }

    @Test
    void whatWaitedForAnotherAdministratorIsConfirmed() {
        var dave = loggedInWithCode("dave");
        var henry = loggedIn("henry");
        var before = henry.wallet().balance();

        dave.post(
                        "/api/admin/adjustments/%s/confirmation".formatted(text("pendingAdjustment")),
                        Map.of(),
                        UUID.randomUUID())
                .expect(200);
        dave.post("/api/admin/decisions/%s/confirmation".formatted(text("pendingDecision")), Map.of())
                .expect(200);

        henry.logsIn();
        assertThat(henry.wallet().balance()).isEqualTo(before.minus(ttk("3.00")));
        assertThat(henry.browser().get("/api/auth/me").expect(200).text()).contains("ADMIN");
    }

    @Test
    void paymentsUnderWayComeToTheirEnds() {
        var lipstick = visitor.finds("lipstick");
        var jack = loggedIn("jack");
        var kate = loggedIn("kate");

        var decided =
                await().atMost(LONGEST_PAYMENT).until(() -> order(jack, "decidedOrder"), seen -> !seen.isUnderWay());
        var undecided =
                await().atMost(LONGEST_PAYMENT).until(() -> order(kate, "undecidedOrder"), seen -> !seen.isUnderWay());

        assertThat(decided.status()).isEqualTo("PAID");
        assertThat(jack.wallet().balance()).isEqualTo(ttk("10.00").minus(decided.total()));
        assertThat(undecided.status()).isIn("AWAITING_PAYMENT", "EXPIRED");
        assertThat(kate.wallet().balance()).isEqualTo(ttk("10.00"));
        assertThat(kate.wallet().reserved()).isEqualTo(ttk("0.00"));
        assertThat(visitor.countsAvailable(lipstick))
                .isEqualTo(THINGS.path("lipsticks").asLong() - 1);
    }

    @Test
    void anOrderIsCancelledAndAnotherPlacedFromTheCart() {
        var nora = loggedIn("nora");
        assertThat(order(nora, "awaiting").status()).isEqualTo("AWAITING_PAYMENT");
        nora.browser()
                .post("/api/orders/%s/cancellation".formatted(text("awaiting")), Map.of())
                .expect(200);

        nora.pays(nora.orders()).expect(200);

        assertThat(order(nora, "awaiting").status()).isEqualTo("CANCELLED");
    }

    @Test
    void aMoneyRequestIsPaidAndAQuoteIsUsed() {
        var henry = loggedIn("henry");
        var alice = loggedIn("alice");

        henry.paysRequest(uuid("openRequest"), alice, "4.00").expect(201);
        var body = Map.of(
                "amount", new Money(50_00, "USD"), "paymentMethod", "pm_card_visa", "quoteId", text("openQuote"));
        henry.browser().post("/api/wallet/top-ups", body, UUID.randomUUID()).expect(201);
    }

    @Test
    void merchantsAndKiosksGetTheirTokens() {
        var merchant = client("merchant");
        merchant.token(shop, "orders:create");
        new MachineClient(merchant.id(), text("merchantsSecondSecret")).token(shop, "orders:create");
        client("kiosk").token(shop, "cash:accept");
        client("disabledMerchant").asksForToken(shop, "orders:create").expect(401);
    }

    @ParameterizedTest
    @CsvSource({"WALLET, funds:reserve", "CATALOG, stock:reserve"})
    void reservationsAreInTheirStates(Part part, String scope) {
        var token = MachineClient.orderServiceOf(shop).token(shop, scope);
        THINGS.path("reservations").forEachEntry((state, id) -> {
            var answer = new Line().send(to(part, "/internal/reservations/" + id.asString(), token));
            assertThat(answer.expect(200).body().path("state").asString()).isEqualTo(state);
        });
        var given = THINGS.path(part == Part.WALLET ? "refund" : "return");
        var path = "/internal/%s/%s"
                .formatted(
                        part == Part.WALLET ? "refunds" : "returns",
                        given.path("id").asString());
        new Line()
                .send(to(part, path, token)
                        .PUT(BodyPublishers.ofString(given.path("body").toString())))
                .expect(200);
    }

    @Test
    void anOpenReservationIsReleased() {
        var token = MachineClient.orderServiceOf(shop).token(shop, "funds:reserve");
        var release = "/internal/reservations/%s/release".formatted(text("openReservation"));
        var leo = loggedIn("leo");

        new Line()
                .send(to(Part.WALLET, release, token).PUT(BodyPublishers.ofString("{}")))
                .expect(200);

        assertThat(leo.wallet().balance()).isEqualTo(ttk("10.00"));
        assertThat(leo.wallet().reserved()).isEqualTo(ttk("0.00"));
    }

    @Test
    void whatTheAuditWasNotToldYetIsTold() {
        var admin = loggedInWithCode("admin");
        var told = "/api/admin/audit?kind=WALLET_FROZEN&subject="
                + person("mia").path("id").asString();

        await().atMost(A_FEW_SECONDS)
                .untilAsserted(
                        () -> assertThat(admin.get(told).expect(200).body().path("data"))
                                .hasSize(1));
        assertThat(loggedIn("mia")
                        .browser()
                        .get("/api/wallet")
                        .expect(200)
                        .body()
                        .path("frozen")
                        .asString())
                .isEqualTo("OUT");
    }

    private static JsonNode person(String name) {
        return OLD.memory().path("people").path(name);
    }

    private static Credentials credentials(String name) {
        return new Credentials(
                person(name).path("username").asString(),
                person(name).path("password").asString());
    }

    private static Customer customer(String name) {
        return Customer.returns(
                shop,
                person(name).path("username").asString(),
                person(name).path("pin").asString(),
                "");
    }

    private static Customer loggedIn(String name) {
        var customer = customer(name);
        customer.logsIn();
        return customer;
    }

    private static Browser loggedInWithCode(String name) {
        var browser = new Browser(shop);
        credentials(name).logIn(browser, PHONES.get(name).nextCode()).expect(200);
        return browser;
    }

    private static Order order(Customer customer, String what) {
        return customer.browser().get("/api/orders/" + text(what)).expect(200).as(Order.class);
    }

    private static MachineClient client(String name) {
        return new MachineClient(
                THINGS.path(name).path("id").asString(),
                THINGS.path(name).path("secret").asString());
    }

    private static HttpRequest.Builder to(Part part, String path, String token) {
        return HttpRequest.newBuilder(shop.urlOf(part).resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static String text(String what) {
        return THINGS.path(what).asString();
    }

    private static UUID uuid(String what) {
        return UUID.fromString(text(what));
    }
}
