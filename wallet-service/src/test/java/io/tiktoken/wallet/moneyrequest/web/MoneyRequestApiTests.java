package io.tiktoken.wallet.moneyrequest.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.FakePeople;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.approval.ApprovalGenerations;
import io.tiktoken.wallet.ledger.OwnerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class MoneyRequestApiTests {

    private static final String PATH = "/api/wallet/money-requests";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakePeople people;

    @Autowired
    ApprovalGenerations approvalGenerations;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    private UUID alice;
    private UUID bob;

    @BeforeEach
    void bobHasMoney() {
        alice = people.registered("alice", UUID.randomUUID());
        bob = people.registered("bob", wallets.someoneWith("100.00"));
    }

    @AfterEach
    void authSpeaks() {
        people.speakAgain();
    }

    @Test
    void bothSidesSeeWhatWasAsked() {
        var asked = ask("30.00");

        assertThat(asked).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"requester": {"id": "%s", "username": "alice", "name": "alice (A••• L••)"}, "from": "bob (•••)",
                 "amount": {"amount": 3000, "currency": "TTK"}, "note": "for lunch", "status": "OPEN"}
                """.formatted(alice));
        var id = idOf(asked);
        assertThat(idsOf(get(PATH, bob, "bob"))).containsExactly(id);
        assertThat(idsOf(get(PATH + "?side=sent", alice, "alice"))).containsExactly(id);
        assertThat(idsOf(get(PATH, alice, "alice"))).isEmpty();
        assertThat(get(PATH + "/" + id, bob, "bob")).hasStatus(200);
    }

    @Test
    void isPaidByATransferThatTheNoteGoesWith() {
        var id = idOf(ask("30.00"));

        var paid = pay(id, bob, "bob", "key", approval(alice, "alice", 3000));

        assertThat(paid).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"type": "TRANSFER_OUT", "amount": {"amount": -3000, "currency": "TTK"}, "description": "for lunch"}""");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("30.00"));
        assertThat(get(PATH + "/" + id, alice, "alice"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("PAID");
        assertThat(pay(id, bob, "bob", "key", approval(alice, "alice", 3000)))
                .hasStatus(201)
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(pay(id, bob, "bob", "another", approval(alice, "alice", 3000)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("PAID");
    }

    @Test
    void isNotPaidWithAnApprovalFromBeforeARenewal() {
        var id = idOf(ask("30.00"));
        approvalGenerations.endBefore(new OwnerId(bob), 1);

        var refused = pay(id, bob, "bob", "key", approval(alice, "alice", 3000));

        assertThat(refused).hasStatus(403).bodyJson().extractingPath("$.code").isEqualTo("approval_expired");
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("100.00"));
        assertThat(get(PATH + "/" + id, alice, "alice"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("OPEN");
    }

    @Test
    void isNotPaidWithAnApprovalForAnythingElse() {
        var id = idOf(ask("30.00"));

        assertThat(pay(id, bob, "bob", "one", approval(alice, "alice", 2999))).hasStatus(403);
        assertThat(pay(id, bob, "bob", "two", approval(UUID.randomUUID(), "eve", 3000)))
                .hasStatus(403);
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void staysOpenWhenThereIsNotEnoughMoney() {
        var id = idOf(ask("100.01"));

        assertThat(pay(id, bob, "bob", "one", approval(alice, "alice", 10001))).hasStatus(402);
        wallets.topUp(bob, "0.01");
        assertThat(pay(id, bob, "bob", "two", approval(alice, "alice", 10001))).hasStatus(201);
    }

    @Test
    void isAskedOnceWhenTheAnswerIsLost() {
        var first = post(PATH, alice, "alice", body("bob", 3000), "key");
        people.fallSilent();
        var again = post(PATH, alice, "alice", body("bob", 3000), "key");

        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(text(again)).isEqualTo(text(first));
        assertThat(idsOf(get(PATH + "?side=sent", alice, "alice"))).containsExactly(idOf(first));
        assertThat(post(PATH, alice, "alice", body("bob", 3001), "key"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void isNotAskedWithoutAKey() {
        assertThat(post(PATH, alice, "alice", body("bob", 3000), null))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("idempotency_key_missing");
        assertThat(idsOf(get(PATH + "?side=sent", alice, "alice"))).isEmpty();
    }

    @Test
    void thirtyTwoTimesAtOnceIsOnce() throws Exception {
        var attempts = IntStream.range(0, 32)
                .<Callable<String>>mapToObj(_ -> () -> idOf(post(PATH, alice, "alice", body("bob", 3000), "key")))
                .toList();

        try (var threads = Executors.newFixedThreadPool(32)) {
            assertThat(threads.invokeAll(attempts))
                    .extracting(Future::resultNow)
                    .containsOnly(
                            idsOf(get(PATH + "?side=sent", alice, "alice")).getFirst());
        }
        assertThat(idsOf(get(PATH + "?side=sent", alice, "alice"))).hasSize(1);
    }

    @Test
    void whoCouldNotBeFoundOutIsAskedUnderTheSameKeyLater() {
        people.fallSilent();
        assertThat(post(PATH, alice, "alice", body("bob", 3000), "key")).hasStatus(503);
        people.speakAgain();

        assertThat(post(PATH, alice, "alice", body("bob", 3000), "key"))
                .hasStatus(201)
                .doesNotContainHeader("Idempotent-Replayed");
    }

    @Test
    void aRepeatedRefusalIsAnsweredAlike() {
        var refused = PATH + "/" + idOf(ask("30.00")) + "/refusal";
        var withdrawn = PATH + "/" + idOf(ask("30.00")) + "/refusal";

        for (var path : List.of(refused, withdrawn)) {
            var person = path.equals(refused) ? bob : alice;
            var first = post(path, person, "somebody", "", null);
            var again = post(path, person, "somebody", "", null);

            assertThat(again).hasStatus(200);
            assertThat(text(again)).isEqualTo(text(first));
        }
        assertThat(post(refused, alice, "alice", "", null))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("REFUSED");
    }

    @Test
    void thePayerRefusesAndTheRequesterWithdraws() {
        var refused = idOf(ask("30.00"));
        var withdrawn = idOf(ask("30.00"));

        assertThat(post(PATH + "/" + refused + "/refusal", bob, "bob", "", null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("REFUSED");
        assertThat(post(PATH + "/" + withdrawn + "/refusal", alice, "alice", "", null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("WITHDRAWN");
        assertThat(pay(refused, bob, "bob", "key", approval(alice, "alice", 3000)))
                .hasStatus(409);
        assertThat(post(PATH + "/" + withdrawn + "/refusal", bob, "bob", "", null))
                .hasStatus(409);
    }

    @Test
    void isOverAfterAWhile() {
        var id = idOf(ask("30.00"));
        writer.run(() -> jdbc.sql("UPDATE money_requests SET created_at = 1, expires_at = ? WHERE id = ?")
                .params(Instant.now().toEpochMilli(), id)
                .update());

        assertThat(get(PATH + "/" + id, alice, "alice"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("EXPIRED");
        assertThat(pay(id, bob, "bob", "key", approval(alice, "alice", 3000))).hasStatus(409);
    }

    @Test
    void isNobodyElsesBusiness() {
        var id = idOf(ask("30.00"));
        var eve = UUID.randomUUID();

        assertThat(get(PATH + "/" + id, eve, "eve")).hasStatus(404);
        assertThat(post(PATH + "/" + id + "/refusal", eve, "eve", "", null)).hasStatus(404);
        assertThat(pay(id, eve, "eve", "key", approval(alice, "alice", 3000))).hasStatus(404);
        assertThat(pay(id, alice, "alice", "key", approval(alice, "alice", 3000)))
                .hasStatus(404);
        assertThat(get(PATH + "/" + id, bob, "bob"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("OPEN");
    }

    @Test
    void thirtyTwoPaymentsAtOnceAreOne() throws Exception {
        var id = idOf(ask("1.00"));
        var attempts = IntStream.range(0, 32)
                .<Callable<Integer>>mapToObj(
                        number -> () -> pay(id, bob, "bob", "key" + number, approval(alice, "alice", 100))
                                .getResponse()
                                .getStatus())
                .toList();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(32)) {
            statuses = threads.invokeAll(attempts).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("1.00"));
    }

    @Test
    void nobodyIsPestered() {
        ask("1.00");
        ask("1.00");
        ask("1.00");

        assertThat(ask("1.00"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("too_many_open_requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-here 404", "alice 422", "x 400", "a/../b 400"})
    void whoCannotBeAskedIsNotAsked(String nameAndStatus) {
        var parts = nameAndStatus.split(" ");

        assertThat(post(PATH, alice, "alice", body(parts[0], 100), "key")).hasStatus(Integer.parseInt(parts[1]));
    }

    @Test
    void withoutAuthServiceNobodyIsAsked() {
        people.fallSilent();

        assertThat(ask("1.00")).hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "5");
        assertThat(idsOf(get(PATH + "?side=sent", alice, "alice"))).isEmpty();
    }

    @Test
    void theSideIsOneOfTwo() {
        assertThat(get(PATH + "?side=all", alice, "alice")).hasStatus(400);
    }

    private MvcTestResult ask(String amount) {
        var key = UUID.randomUUID().toString();
        return post(PATH, alice, "alice", body("bob", ttk(amount).amount()), key);
    }

    private static String body(String from, long amount) {
        return """
                {"from": "%s", "amount": {"amount": %d, "currency": "TTK"}, "note": " for  lunch "}""".formatted(from, amount);
    }

    private MvcTestResult pay(String id, UUID payer, String username, String key, String approval) {
        return post(PATH + "/" + id + "/payment", payer, username, "{\"approval\": \"%s\"}".formatted(approval), key);
    }

    private String approval(UUID receiver, String username, long amount) {
        return TestApprovals.ofTransfer(
                bob, receiver, username, Money.tikTokens(amount), Instant.now().plusSeconds(100));
    }

    private MvcTestResult post(String path, UUID person, String username, String body, String key) {
        var request = http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(person, username))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private MvcTestResult get(String path, UUID person, String username) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(person, username))
                .exchange();
    }

    private static String token(UUID person, String username) {
        return TestTokens.signed(claims -> claims.audience("tiktoken-api")
                .subject(person.toString())
                .claim("preferred_username", username)
                .claim("sid", UUID.randomUUID().toString())
                .claim("name", "Alice Lim")
                .claim("roles", List.of("CUSTOMER")));
    }

    private static List<String> idsOf(MvcTestResult answer) {
        return JsonPath.read(text(answer), "$.data[*].id");
    }

    private static String idOf(MvcTestResult answer) {
        return JsonPath.read(text(answer), "$.id");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
