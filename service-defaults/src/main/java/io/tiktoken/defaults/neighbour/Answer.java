package io.tiktoken.defaults.neighbour;

import java.util.function.Function;

/**
 * What can come of calling a neighbour.
 *
 * @param <T> what a yes brings
 */
public sealed interface Answer<T> {

    /** It is so; a command is done, now or already before. */
    record Yes<T>(T value) implements Answer<T> {}

    /**
     * It is not so; a command is not done and never will be.
     *
     * @param code one that the contract lists for this call
     */
    record No<T>(String code) implements Answer<T> {}

    /** It may or may not be done, so neither yes nor no would be true. */
    sealed interface Unclear<T> extends Answer<T> {

        /** For the operator. */
        String why();
    }

    /** Silence, or what says as little as silence; the same call tells. */
    record NoAnswer<T>(String why) implements Unclear<T> {}

    /** An answer that the contract does not know: somebody must look into it. */
    record Unexpected<T>(String why) implements Unclear<T> {}

    /** What a command brings that is answered with its success alone. */
    enum Done {
        DONE
    }

    static Answer<Done> done() {
        return new Yes<>(Done.DONE);
    }

    /**
     * The same answer in the caller's own words.
     *
     * @param reading of a value; where it throws because that makes no sense, there is no answer
     */
    default <R> Answer<R> map(Function<? super T, ? extends R> reading) {
        return switch (this) {
            case Yes<T>(var value) -> {
                try {
                    yield new Yes<>(reading.apply(value));
                } catch (IllegalArgumentException | ArithmeticException nonsense) {
                    yield new NoAnswer<>(nonsense.toString());
                }
            }
            case No<T>(var code) -> new No<>(code);
            case NoAnswer<T>(var why) -> new NoAnswer<>(why);
            case Unexpected<T>(var why) -> new Unexpected<>(why);
        };
    }
}
