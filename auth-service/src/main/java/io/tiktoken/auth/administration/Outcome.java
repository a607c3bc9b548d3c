package io.tiktoken.auth.administration;

/** Every answer to what an administrator asks for. */
public sealed interface Outcome<T> {

    record Done<T>(T result) implements Outcome<T> {}

    /** There is nobody and nothing with this id. */
    record Unknown<T>() implements Outcome<T> {}

    record Refused<T>(Refusal why) implements Outcome<T> {}

    static <T> Outcome<T> done(T result) {
        return new Done<>(result);
    }

    static <T> Outcome<T> refused(Refusal why) {
        return new Refused<>(why);
    }
}
