package io.tiktoken.auth.shownonce.web;

import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.defaults.idempotency.TakesIdempotencyKey;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * That the answer to this request shows a secret which is stored nowhere. A controller takes it as an argument, which
 * lets the client send an {@code Idempotency-Key}: if the answer gets lost, the same request with the same key is given it
 * again for some minutes, with {@code Idempotent-Replayed: true}, and has no second effect.
 */
public final class ShownOnce implements TakesIdempotencyKey {

    private final LostAnswers lostAnswers;
    private final String caller;
    private final @Nullable String key;
    private final String method;
    private final String path;

    ShownOnce(LostAnswers lostAnswers, String caller, @Nullable String key, String method, String path) {
        this.lostAnswers = lostAnswers;
        this.caller = caller;
        this.key = key;
        this.method = method;
        this.path = path;
    }

    /**
     * For requests that need no log-in: the key belongs to the account that the request names. Whoever guesses
     * somebody's key is shown nothing, because only the same body, password and all, opens the answer.
     *
     * @param username as it was typed
     */
    public ShownOnce ofAccount(String username) {
        var account = "account " + username.toLowerCase(Locale.ROOT);
        return new ShownOnce(lostAnswers, account, key, method, path);
    }

    /** An answer that shows a secret, which nobody on the way may store. */
    public static ResponseEntity<?> shown(HttpStatus status, Object view) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(view);
    }

    /**
     * Does the work, or gives its earlier answer again. Refusals are not kept: they show no secret, and are judged anew.
     *
     * @param body what must be the same for the request to be the same
     * @param shown the answer that shows the secret
     * @param work calls the verb, which keeps what is shown in the write that makes it
     */
    public <T> ResponseEntity<?> answer(
            Object body,
            Function<? super T, ? extends ResponseEntity<?>> shown,
            Function<? super Keep<T>, ? extends ResponseEntity<?>> work) {
        return key == null
                ? work.apply(Keep.nothing())
                : lostAnswers.answer(lostAnswers.request(caller, key, method, path, body), shown, work);
    }
}
