package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.idempotency.IdempotencyStore.Entry;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same request twice has one effect and one answer. What was answered is stored in the very
 * transaction that has the effect, so that the two exist together or not at all.
 *
 * <p>Two requests are the same when caller, method, path and body are, but for what {@link IdempotencyRules} leave aside.
 */
public class Idempotency {

    public static final String REPLAYED = "Idempotent-Replayed";

    /**
     * The outcome of {@link #begin}.
     *
     * @param resource the row that stands for the request's effect
     * @param replayed whether an earlier request with this key had made it
     */
    public record Begun<T>(T resource, boolean replayed) {}

    private final SingleWriter writer;
    private final IdempotencyStore store;
    private final RequestFingerprint fingerprint;
    private final IdempotencyRules rules;
    private final JsonMapper json;

    Idempotency(SingleWriter writer, IdempotencyStore store, IdempotencyRules rules, JsonMapper json) {
        this.writer = writer;
        this.store = store;
        this.fingerprint = new RequestFingerprint(json, rules.leftAside());
        this.rules = rules;
        this.json = json;
    }

    /**
     * Answers a request whose effect is one write: prepares it and does it, or gives the stored answer again. Successes
     * and definite refusals are stored; a 400, a refusal that the rules call provisional and whatever failed are not,
     * so that they can be put right and sent again.
     *
     * @param prepare runs before the write and not for a repeat, which might find nothing as it was; may ask neighbours
     * @param commit is given what was prepared; runs inside the write and must not call another service
     */
    public <P extends @Nullable Object> ResponseEntity<Object> once(
            IdempotentRequest request,
            Object body,
            Supplier<P> prepare,
            Function<? super P, ? extends ResponseEntity<?>> commit) {
        var sameness = fingerprint.of(request, body);
        return store.find(request, sameness).map(this::replay).orElseGet(() -> {
            var prepared = prepare.get();
            return writer.write(() -> store.find(request, sameness)
                    .map(this::replay)
                    .orElseGet(() -> keep(request, sameness, commit.apply(prepared))));
        });
    }

    /**
     * Begins a request that goes on outside the database (a card processor, a saga): stores the key
     * together with the row that the first step makes. A repeat is given that row, to answer from its present state.
     *
     * @param commit runs inside the write, and answers the row that it made
     * @param idOf what to remember it by
     * @param find the row that an earlier request made
     */
    public <T> Begun<T> begin(
            IdempotentRequest request,
            Object body,
            Supplier<T> commit,
            Function<? super T, UUID> idOf,
            Function<UUID, T> find) {
        var sameness = fingerprint.of(request, body);
        return writer.write(() -> store.find(request, sameness)
                .map(entry -> new Begun<>(find.apply(resourceOf(entry)), true))
                .orElseGet(() -> {
                    var resource = commit.get();
                    store.add(request, new Entry(sameness, null, null, null, idOf.apply(resource)));
                    return new Begun<>(resource, false);
                }));
    }

    /**
     * From now on, repeats of a request that was {@linkplain #begin begun} are given another row. Called inside the write
     * that makes that row.
     */
    public void move(IdempotentRequest request, UUID resource) {
        store.move(request, resource);
    }

    /** The answer to a request that was {@linkplain #begin begun}, marked when an earlier one with this key had begun it. */
    public static ResponseEntity<?> marked(ResponseEntity<?> answer, boolean replayed) {
        return replayed
                ? ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .header(REPLAYED, "true")
                        .body(answer.getBody())
                : answer;
    }

    private ResponseEntity<Object> keep(IdempotentRequest request, String sameness, ResponseEntity<?> answer) {
        return isFinal(answer) ? storeAnswer(request, sameness, answer) : changeable(answer);
    }

    /** The answer as it is stored, so that the first one has the very letters of all that follow. */
    private ResponseEntity<Object> storeAnswer(IdempotentRequest request, String sameness, ResponseEntity<?> answer) {
        var body = answer.getBody();
        if (body instanceof ProblemDetail problem && problem.getInstance() == null) {
            // Spring MVC would name it when it writes the first answer, and no longer when that is given again.
            problem.setInstance(URI.create(request.path()));
        }
        var written = body == null ? null : json.writeValueAsString(body);
        var location = answer.getHeaders().getFirst(HttpHeaders.LOCATION);
        store.add(request, new Entry(sameness, answer.getStatusCode().value(), location, written, null));
        return answerInJson(answer.getStatusCode()).headers(answer.getHeaders()).body(written);
    }

    private ResponseEntity<Object> replay(Entry entry) {
        var status = HttpStatusCode.valueOf(Optional.ofNullable(entry.status()).orElseThrow());
        var answer = answerInJson(status).header(REPLAYED, "true");
        if (entry.location() != null) {
            answer.location(URI.create(entry.location()));
        }
        return answer.body(entry.body());
    }

    private boolean isFinal(ResponseEntity<?> answer) {
        var status = answer.getStatusCode();
        if (status.is2xxSuccessful()) {
            return true;
        }
        var mayBePutRight = answer.getBody() instanceof ProblemDetail problem
                && problem.getProperties() != null
                && rules.provisional()
                        .test(String.valueOf(problem.getProperties().get("code")));
        return status.is4xxClientError() && status.value() != 400 && !mayBePutRight;
    }

    private static UUID resourceOf(Entry entry) {
        return Optional.ofNullable(entry.resource()).orElseThrow();
    }

    private static ResponseEntity.BodyBuilder answerInJson(HttpStatusCode status) {
        return ResponseEntity.status(status)
                .contentType(status.isError() ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<Object> changeable(ResponseEntity<?> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }
}
