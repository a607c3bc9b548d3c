package io.tiktoken.defaults.time;

/** A text names no time that a request may name. The message goes on where the name of the field ends: {@code must be …}. */
public final class UnusableTimeException extends IllegalArgumentException {

    UnusableTimeException(String sentence) {
        super(sentence);
    }
}
