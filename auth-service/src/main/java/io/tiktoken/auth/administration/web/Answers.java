package io.tiktoken.auth.administration.web;

import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.web.Code;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Says over HTTP what became of an administrator's action. */
public final class Answers {

    private Answers() {}

    /** A refusal is told under the code of the same name. */
    public static <T> ResponseEntity<?> answer(Outcome<T> outcome, Function<T, ResponseEntity<?>> whenDone) {
        return switch (outcome) {
            case Outcome.Done<T>(var result) -> whenDone.apply(result);
            case Outcome.Awaiting<T>(var decision) ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/admin/decisions/" + decision.id()))
                        .body(DecisionView.of(decision));
            case Outcome.Unknown<T>() -> throw Code.ID_UNKNOWN.exception();
            case Outcome.Refused<T>(var why) -> Code.valueOf(why.name()).response();
        };
    }
}
