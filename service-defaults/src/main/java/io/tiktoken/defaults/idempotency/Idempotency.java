package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.database.SingleWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The same request twice has one effect and one answer. What was answered is stored in the very
 * transaction that has the effect, so that the two exist together or not at all.
 *
 * <p>Two requests are the same when caller, method, path and body are, the body's {@code approval} left
 * aside: whoever enters the PIN again after a lost answer brings a new one.
 */
public class Idempotency {

    public static final String REPLAYED = "Idempotent-Replayed";

    /**
     * The outcome of {@link #begin}.
     *
     * @param resource the row that stands for the request's effect
     * @param replayed whether an earlier request with this key had made it
     */
    public record Begun(UUID resource, boolean replayed) {}

    private record Stored(
            String fingerprint,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body,
            @Nullable String resource) {}

    private final SingleWriter writer;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JsonMapper canonicalJson;
    private final Clock clock;

    public Idempotency(SingleWriter writer, JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.json = json;
        this.canonicalJson = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        this.clock = clock;
    }

    /**
     * Answers a request whose effect is one write: does the work and stores its answer, or gives the
     * stored answer again. Successes and definite refusals are stored; a 400, an {@code approval_…}
     * refusal and whatever failed are not, so that they can be put right and sent again.
     *
     * @param work runs inside the write and must not call another service
     */
    public ResponseEntity<Object> once(
            IdempotentRequest request, Object body, Supplier<? extends ResponseEntity<?>> work) {
        var fingerprint = fingerprint(request, body);
        return writer.write(() -> find(request, fingerprint).map(this::replay).orElseGet(() -> {
            var answer = work.get();
            return isDefinite(answer) ? storeAnswer(request, fingerprint, answer) : changeable(answer);
        }));
    }

    /**
     * What was answered to this request before, if it was. For work that must look at something else first, and
     * would not find it as it was then.
     */
    @Transactional(readOnly = true)
    public Optional<ResponseEntity<Object>> answered(IdempotentRequest request, Object body) {
        return find(request, fingerprint(request, body)).map(this::replay);
    }

    /**
     * Begins a request that goes on outside the database (a card processor, a saga): stores the key
     * together with the row that the first step makes. A repeat is given that row, to answer from its present state.
     */
    public Begun begin(IdempotentRequest request, Object body, Supplier<UUID> firstStep) {
        var fingerprint = fingerprint(request, body);
        return writer.write(() -> find(request, fingerprint)
                .map(stored -> new Begun(UUID.fromString(String.valueOf(stored.resource())), true))
                .orElseGet(() -> {
                    var resource = firstStep.get();
                    store(request, new Stored(fingerprint, null, null, null, resource.toString()));
                    return new Begun(resource, false);
                }));
    }

    private Optional<Stored> find(IdempotentRequest request, String fingerprint) {
        var stored = jdbc.sql("""
                        SELECT fingerprint, status, location, body, resource
                        FROM idempotent_requests WHERE caller = ? AND idempotency_key = ?
                        """)
                .params(request.caller(), request.key())
                .query((row, _) -> new Stored(
                        row.getString("fingerprint"),
                        row.getObject("status") == null ? null : row.getInt("status"),
                        row.getString("location"),
                        row.getString("body"),
                        row.getString("resource")))
                .optional();
        if (stored.isPresent() && !stored.get().fingerprint().equals(fingerprint)) {
            throw IdempotencyKey.reused();
        }
        return stored;
    }

    /** The answer as it is stored, so that the first one has the very letters of all that follow. */
    private ResponseEntity<Object> storeAnswer(
            IdempotentRequest request, String fingerprint, ResponseEntity<?> answer) {
        var body = answer.getBody();
        if (body instanceof ProblemDetail problem && problem.getInstance() == null) {
            // Spring MVC would name it when it writes the first answer, and no longer when that is given again.
            problem.setInstance(URI.create(request.path()));
        }
        var written = body == null ? null : json.writeValueAsString(body);
        store(
                request,
                new Stored(
                        fingerprint,
                        answer.getStatusCode().value(),
                        answer.getHeaders().getFirst(HttpHeaders.LOCATION),
                        written,
                        null));
        return answerInJson(answer.getStatusCode()).headers(answer.getHeaders()).body(written);
    }

    private void store(IdempotentRequest request, Stored stored) {
        try {
            jdbc.sql("""
                            INSERT INTO idempotent_requests
                            (caller, idempotency_key, fingerprint, status, location, body, resource, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(request.caller())
                    .param(request.key())
                    .param(stored.fingerprint())
                    .param(stored.status())
                    .param(stored.location())
                    .param(stored.body())
                    .param(stored.resource())
                    .param(clock.millis())
                    .update();
        } catch (DuplicateKeyException anotherReplica) {
            throw IdempotencyKey.inUse();
        }
    }

    private ResponseEntity<Object> replay(Stored stored) {
        var status = HttpStatusCode.valueOf(Optional.ofNullable(stored.status()).orElseThrow());
        var answer = answerInJson(status).header(REPLAYED, "true");
        if (stored.location() != null) {
            answer.location(URI.create(stored.location()));
        }
        return answer.body(stored.body());
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

    private static boolean isDefinite(ResponseEntity<?> answer) {
        var status = answer.getStatusCode();
        if (status.is2xxSuccessful()) {
            return true;
        }
        var refusedForTheApproval = answer.getBody() instanceof ProblemDetail problem
                && problem.getProperties() != null
                && String.valueOf(problem.getProperties().get("code")).startsWith("approval_");
        return status.is4xxClientError() && status.value() != 400 && !refusedForTheApproval;
    }

    private String fingerprint(IdempotentRequest request, Object body) {
        JsonNode tree = canonicalJson.valueToTree(body);
        if (tree instanceof ObjectNode object) {
            object.remove("approval");
        }
        var whole = "%s %s %s".formatted(request.method(), request.path(), canonicalJson.writeValueAsString(tree));
        return Sha256.of(whole).hex();
    }
}
