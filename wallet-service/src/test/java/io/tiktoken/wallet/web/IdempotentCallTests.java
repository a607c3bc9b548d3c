package io.tiktoken.wallet.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.database.DatabaseSettings;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.FakePeople;
import io.tiktoken.wallet.QuietApiTest;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.WholeDatabase;
import io.tiktoken.wallet.web.MoneyCall.Attempt;
import io.tiktoken.wallet.web.MoneyCall.Scene;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One key, one effect, one answer: in every case, for every call that moves money. */
@QuietApiTest
class IdempotentCallTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakePeople people;

    @Autowired
    SingleWriter writer;

    @Autowired
    DatabaseSettings database;

    @Autowired
    JdbcClient jdbc;

    private final String key = UUID.randomUUID().toString();
    private Scene scene;

    @BeforeEach
    void aliceHasMoneyAndBobAsksForSome() {
        scene = newScene();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAKeyNothingHappens(MoneyCall call) {
        for (var missing : new String[] {null, "", "  ", "\"\""}) {
            var before = WholeDatabase.read(jdbc);
            problem(send(call.attempt(scene), missing), 400, "idempotency_key_missing");
            assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
        }
        problem(send(call.attempt(scene), "x".repeat(256)), 400, "idempotency_key_invalid");
    }

    @ParameterizedTest
    @EnumSource
    void theSameAgainIsAnsweredAlikeAndChangesNothing(MoneyCall call) {
        var first = send(call.attempt(scene), key);
        assertThat(first).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        var before = WholeDatabase.read(jdbc);

        for (var spelling : new String[] {key, "\"%s\"".formatted(key), " %s ".formatted(key)}) {
            var again = send(call.attempt(scene), spelling);

            assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
            assertThat(again).bodyJson().isStrictlyEqualTo(text(first));
            assertThat(again.getResponse().getHeader(HttpHeaders.LOCATION))
                    .isEqualTo(first.getResponse().getHeader(HttpHeaders.LOCATION));
        }
        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aDefiniteRefusalIsTheSameForEver(MoneyCall call) {
        if (call == MoneyCall.PAYMENT_OF_A_REQUEST) {
            spendTheDay();
        }
        var refused = call.tooLarge(scene);
        var first = send(refused, key);
        assertThat(first).hasStatus(422).doesNotContainHeader("Idempotent-Replayed");
        var before = WholeDatabase.read(jdbc);

        var again = send(refused, key);

        assertThat(again).hasStatus(422).hasHeader("Idempotent-Replayed", "true");
        assertThat(again).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(withoutTraceOfTopUp(call, again)).isEqualTo(withoutTraceOfTopUp(call, first));
        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsForOneRequest(MoneyCall call) {
        send(call.attempt(scene), key);
        var before = WholeDatabase.read(jdbc);

        problem(send(call.other(scene), key), 422, "idempotency_key_reused");

        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
        assertThat(send(call.other(scene), UUID.randomUUID().toString())).hasStatus(201);
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceHaveOneEffect(MoneyCall call) throws Exception {
        var attempts = IntStream.range(0, 16)
                .<Callable<MvcTestResult>>mapToObj(_ -> () -> send(call.attempt(scene), key))
                .toList();
        var ids = new HashSet<String>();
        var firsts = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer :
                    threads.invokeAll(attempts).stream().map(Future::resultNow).toList()) {
                assertThat(answer).hasStatus(201);
                ids.add(JsonPath.read(text(answer), "$.id"));
                firsts += answer.getResponse().containsHeader("Idempotent-Replayed") ? 0 : 1;
            }
        }

        assertThat(ids).hasSize(1);
        assertThat(firsts).isOne();
        assertMoved(call, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMalformedMayBePutRightUnderTheSameKey(MoneyCall call) {
        var attempt = call.attempt(scene);
        assertThat(send(new Attempt(attempt.path(), "{\"nothing\": 1}"), key)).hasStatus(400);

        assertThat(send(attempt, key)).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertMoved(call, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedApprovalMayBeReplacedUnderTheSameKey(MoneyCall call) {
        assumeThat(call.isApproved()).isTrue();
        problem(send(call.wronglyApproved(scene), key), 403, "approval_invalid");

        assertThat(send(call.attempt(scene), key)).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertMoved(call, 1);
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotBeDoneMayBeRepeated(MoneyCall call) throws Exception {
        var before = WholeDatabase.read(jdbc);
        try (var intruder = DriverManager.getConnection("jdbc:sqlite:" + database.file());
                var statement = intruder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            problem(send(call.attempt(scene), key), 503, "temporarily_unavailable");
            statement.execute("ROLLBACK");
        }
        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);

        assertThat(send(call.attempt(scene), key)).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertMoved(call, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anEffectWhoseKeyCannotBeStoredIsNone(MoneyCall call) {
        var before = WholeDatabase.read(jdbc);
        writer.run(() -> jdbc.sql("""
                CREATE TRIGGER the_power_fails BEFORE INSERT ON idempotent_requests
                BEGIN SELECT raise(ABORT, 'between the effect and its key'); END
                """).update());
        try {
            assertThat(send(call.attempt(scene), key).getResponse().getStatus()).isGreaterThanOrEqualTo(500);
        } finally {
            writer.run(() -> jdbc.sql("DROP TRIGGER the_power_fails").update());
        }
        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);

        assertThat(send(call.attempt(scene), key)).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
        assertMoved(call, 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyCallerHasKeysOfTheirOwn(MoneyCall call) {
        var others = newScene();

        assertThat(send(call.attempt(scene), key)).hasStatus(201);
        assertThat(send(others.alice(), call.attempt(others), key))
                .hasStatus(201)
                .doesNotContainHeader("Idempotent-Replayed");
        assertMoved(call, 1);
    }

    /** A top-up is looked at again, by another request with a trace of its own. */
    private static Map<String, Object> withoutTraceOfTopUp(MoneyCall call, MvcTestResult answer) {
        var problem = new TreeMap<>(JsonPath.<Map<String, Object>>read(text(answer), "$"));
        if (call == MoneyCall.TOP_UP) {
            problem.remove("traceId");
        }
        return problem;
    }

    private void assertMoved(MoneyCall call, int times) {
        var bobs = wallets.of(scene.bob()).balance();
        var alices = wallets.of(scene.alice()).balance();
        var moved = ttk("30.00").times(times);
        if (call == MoneyCall.TOP_UP) {
            assertThat(alices).isEqualTo(ttk("100.00").plus(moved));
        } else {
            assertThat(alices).isEqualTo(ttk("100.00").minus(moved));
            assertThat(bobs).isEqualTo(moved);
        }
    }

    /** So that 30.00 more is beyond what alice may spend today. */
    private void spendTheDay() {
        writer.run(() -> jdbc.sql("INSERT INTO spending (owner, unit, period, amount) VALUES (?, 'DAY', ?, 499999)")
                .params(
                        scene.alice().toString(),
                        LocalDate.now(ZoneId.of("Asia/Singapore")).toString())
                .update());
    }

    private Scene newScene() {
        var alice = people.registered("alice", wallets.someoneWith("100.00"));
        var bob = UUID.randomUUID();
        return new Scene(alice, bob, ask(bob), ask(bob));
    }

    private String ask(UUID bob) {
        var asked = http.post()
                .uri("/api/wallet/money-requests")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(bob, "bob"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"from\": \"alice\", \"amount\": {\"amount\": 3000, \"currency\": \"TTK\"}}")
                .exchange();
        return JsonPath.read(text(asked), "$.id");
    }

    private MvcTestResult send(Attempt attempt, @Nullable String header) {
        return send(scene.alice(), attempt, header);
    }

    private MvcTestResult send(UUID person, Attempt attempt, @Nullable String header) {
        var request = http.post()
                .uri(attempt.path())
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(person, "alice"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(attempt.body());
        return (header == null ? request : request.header("Idempotency-Key", header)).exchange();
    }

    private static void problem(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
