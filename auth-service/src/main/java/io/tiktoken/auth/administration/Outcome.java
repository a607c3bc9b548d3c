package io.tiktoken.auth.administration;

import io.tiktoken.defaults.decision.Decision;
import java.util.function.Function;

/** Every answer to what an administrator asks for. */
public sealed interface Outcome<T> {

    record Done<T>(T result) implements Outcome<T> {}

    /** Another administrator has to confirm it. */
    record Awaiting<T>(Decision decision) implements Outcome<T> {}

    /** There is nobody and nothing with this id. */
    record Unknown<T>() implements Outcome<T> {}

    record Refused<T>(Refusal why) implements Outcome<T> {}

    static <T> Outcome<T> done(T result) {
        return new Done<>(result);
    }

    static <T> Outcome<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var result) -> new Done<>(change.apply(result));
            case Awaiting<T>(var decision) -> new Awaiting<>(decision);
            case Unknown<T>() -> new Unknown<>();
            case Refused<T>(var why) -> new Refused<>(why);
        };
    }
}
