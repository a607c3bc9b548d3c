package io.tiktoken.defaults.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.testing.DatabaseTest;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DatabaseTest
class IdempotencyTests {

    @Autowired
    Idempotency idempotency;

    @Autowired
    SingleWriter writer;

    private final AtomicInteger effects = new AtomicInteger();
    private final IdempotentRequest request = request("alice", UUID.randomUUID().toString());

    @Test
    void theSameRequestTwiceHasOneEffectAndTheFirstAnswer() {
        var first = once(request, Map.of("amount", 1), this::created);
        var second = once(request, Map.of("amount", 1), this::created);

        assertThat(effects).hasValue(1);
        assertThat(first.getHeaders().containsHeader(Idempotency.REPLAYED)).isFalse();
        assertThat(second.getHeaders().getFirst(Idempotency.REPLAYED)).isEqualTo("true");
        assertThat(second.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(second.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(second.getBody()).isEqualTo(first.getBody()).hasToString("{\"effect\":1}");
        assertThat(second.getHeaders().getContentType())
                .isEqualTo(first.getHeaders().getContentType())
                .isEqualTo(MediaType.APPLICATION_JSON);
    }

    @Test
    void thirtyTwoAtOnceHaveOneEffect() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.invokeAll(IntStream.range(0, 32)
                    .<java.util.concurrent.Callable<ResponseEntity<Object>>>mapToObj(
                            _ -> () -> once(request, Map.of("amount", 1), this::created))
                    .toList());

            assertThat(answers)
                    .extracting(Future::get)
                    .allSatisfy(answer -> assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CREATED));
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        once(request, Map.of("amount", 1), this::created);

        assertRefused("idempotency_key_reused", () -> once(request, Map.of("amount", 2), this::created));
        assertThat(effects).hasValue(1);
    }

    @Test
    void theOrderOfTheFieldsAndANewApprovalAreNoOtherRequest() {
        once(request, new Body(1, "note", "first approval"), this::created);

        var again = once(request, new Body(1, "note", "second approval"), this::created);

        assertThat(again.getHeaders().getFirst(Idempotency.REPLAYED)).isEqualTo("true");
        assertThat(effects).hasValue(1);
    }

    @Test
    void eachCallerHasKeysOfTheirOwn() {
        once(request, Map.of(), this::created);

        var bobs = once(request("bob", request.key()), Map.of(), this::created);

        assertThat(bobs.getHeaders().containsHeader(Idempotency.REPLAYED)).isFalse();
        assertThat(effects).hasValue(2);
    }

    @Test
    void aDefiniteRefusalIsRememberedAndARefusedApprovalIsNot() {
        assertThat(secondAnswerTo(HttpStatus.PAYMENT_REQUIRED, "insufficient_funds"))
                .isEqualTo("replayed");
        assertThat(secondAnswerTo(HttpStatus.FORBIDDEN, "approval_expired")).isEqualTo("worked again");
        assertThat(secondAnswerTo(HttpStatus.BAD_REQUEST, "validation_failed")).isEqualTo("worked again");
        assertThat(secondAnswerTo(HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable"))
                .isEqualTo("worked again");
    }

    @Test
    void theKeyIsUndoneWithTheEffect() {
        assertThatThrownBy(() -> once(request, Map.of(), () -> {
                    created();
                    throw new IllegalStateException("after the effect");
                }))
                .hasMessage("after the effect");

        assertThat(once(request, Map.of(), this::created).getHeaders().containsHeader(Idempotency.REPLAYED))
                .isFalse();
    }

    @Test
    void aRequestThatGoesOnOutsideIsGivenItsRowAgain() {
        var first = begin();
        var second = begin();

        assertThat(first.replayed()).isFalse();
        assertThat(second).isEqualTo(new Idempotency.Begun<>(first.resource(), true));
    }

    @Test
    void aRequestThatBeginsAnewIsGivenItsNewRowFromThenOn() {
        var next = UUID.randomUUID();
        begin();

        writer.run(() -> idempotency.move(request, next));

        assertThat(begin()).isEqualTo(new Idempotency.Begun<>(next, true));
    }

    @Test
    void onlyARequestThatWasBegunCanBeginAnew() {
        once(request, Map.of(), this::created);

        assertThatIllegalStateException()
                .isThrownBy(() -> writer.run(() -> idempotency.move(request, UUID.randomUUID())));
        assertThat(once(request, Map.of(), this::created).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void nothingIsPreparedForARepeat() {
        var prepared = new AtomicInteger();
        for (var time = 0; time < 2; time++) {
            idempotency.once(request, Map.of(), prepared::incrementAndGet, number -> {
                assertThat(number).isOne();
                return created();
            });
        }

        assertThat(prepared).hasValue(1);
        assertThat(effects).hasValue(1);
    }

    @Test
    void whatIsPreparedIsPreparedOutsideTheWrite() {
        idempotency.once(
                request,
                Map.of(),
                () -> assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse(),
                _ -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isTrue();
                    return created();
                });

        assertThat(effects).hasValue(1);
    }

    private ResponseEntity<Object> once(IdempotentRequest request, Object body, Supplier<ResponseEntity<Object>> work) {
        return idempotency.once(request, body, () -> work, Supplier::get);
    }

    private Idempotency.Begun<UUID> begin() {
        return idempotency.begin(request, Map.of(), UUID::randomUUID, Function.identity(), Function.identity());
    }

    private record Body(int amount, String note, String approval) {}

    private ResponseEntity<Object> created() {
        var effect = effects.incrementAndGet();
        return ResponseEntity.created(URI.create("/api/effects/" + effect)).body(Map.of("effect", effect));
    }

    private String secondAnswerTo(HttpStatus status, String code) {
        var refused = request("alice", UUID.randomUUID().toString());
        Supplier<ResponseEntity<Object>> refusing =
                () -> Problem.of(status, code, "No").response();
        once(refused, Map.of(), refusing);
        var second = once(refused, Map.of(), refusing);
        return second.getHeaders().containsHeader(Idempotency.REPLAYED) ? "replayed" : "worked again";
    }

    private static void assertRefused(String code, Supplier<?> call) {
        assertThatThrownBy(call::get)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail().getProperties())
                                .containsEntry("code", code));
    }

    private static IdempotentRequest request(String caller, String key) {
        return new IdempotentRequest(caller, key, "POST", "/api/effects");
    }
}
