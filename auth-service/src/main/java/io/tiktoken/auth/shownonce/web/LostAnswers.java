package io.tiktoken.auth.shownonce.web;

import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.shownonce.KeptAnswer;
import io.tiktoken.auth.shownonce.KeptAnswers;
import io.tiktoken.auth.shownonce.KeptAnswers.Earlier;
import io.tiktoken.auth.shownonce.RepeatableRequest;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotencyKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Looks for an earlier answer before anything is hashed or counted, and keeps a new one with its effect. */
@Component
class LostAnswers {

    private record Running(String caller, String key) {}

    private final KeptAnswers keptAnswers;
    private final SingleWriter writer;
    private final JsonMapper json;
    private final JsonMapper canonicalJson;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();

    LostAnswers(KeptAnswers keptAnswers, SingleWriter writer, JsonMapper json) {
        this.keptAnswers = keptAnswers;
        this.writer = writer;
        this.json = json;
        this.canonicalJson = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    RepeatableRequest request(String caller, String key, String method, String path, Object body) {
        return new RepeatableRequest(caller, key, method, path, canonicalJson.writeValueAsString(body));
    }

    /**
     * One at a time for each key: a repeat that overtook the first request's write would be told that a code was used
     * already, and would count it as a wrong one.
     */
    <T> ResponseEntity<?> answer(
            RepeatableRequest request,
            Function<? super T, ? extends ResponseEntity<?>> shown,
            Function<? super Keep<T>, ? extends ResponseEntity<?>> work) {
        var claim = new Running(request.caller(), request.key());
        if (!running.add(claim)) {
            throw IdempotencyKey.inUse();
        }
        try {
            var earlier = earlierAnswer(request);
            return earlier.isPresent() ? earlier.get() : firstAnswer(request, shown, work);
        } finally {
            running.remove(claim);
        }
    }

    /** Another replica may do the same meanwhile; its answer stands, and a refusal is not told without looking for it. */
    private <T> ResponseEntity<?> firstAnswer(
            RepeatableRequest request,
            Function<? super T, ? extends ResponseEntity<?>> shown,
            Function<? super Keep<T>, ? extends ResponseEntity<?>> work) {
        Keep<T> keep = (subject, secret) -> keptAnswers.keep(request, subject, written(shown.apply(secret)));
        ResponseEntity<?> answer;
        try {
            answer = work.apply(keep);
        } catch (DuplicateKeyException answeredElsewhere) {
            return earlierAnswer(request).orElseThrow(() -> answeredElsewhere);
        }
        return answer.getStatusCode().isError()
                ? earlierAnswer(request)
                        .<ResponseEntity<?>>map(Function.identity())
                        .orElse(answer)
                : answer;
    }

    private Optional<ResponseEntity<String>> earlierAnswer(RepeatableRequest request) {
        return switch (keptAnswers.find(request)) {
            case Earlier.Nothing() -> Optional.empty();
            case Earlier.Answered(var answer) -> Optional.of(again(answer));
            case Earlier.AnotherRequest() -> {
                writer.run(() -> keptAnswers.countMismatch(request));
                throw IdempotencyKey.reused();
            }
        };
    }

    private KeptAnswer written(ResponseEntity<?> answer) {
        return new KeptAnswer(answer.getStatusCode().value(), json.writeValueAsString(answer.getBody()));
    }

    private static ResponseEntity<String> again(KeptAnswer answer) {
        return ResponseEntity.status(answer.status())
                .header(Idempotency.REPLAYED, "true")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.json());
    }
}
