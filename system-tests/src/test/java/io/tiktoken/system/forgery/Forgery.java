package io.tiktoken.system.forgery;

import java.util.function.Function;
import java.util.stream.Stream;

/** One way to come by something that might pass for a token. */
record Forgery(String name, Function<Workshop, Attempt> made) {

    /** All that we know of. */
    static Stream<Forgery> all() {
        return Stream.of(
                        AlgorithmForgeries.ALL,
                        KeyForgeries.ALL,
                        ClaimForgeries.ALL,
                        SignatureForgeries.ALL,
                        ShapeForgeries.ALL,
                        PlaceForgeries.ALL)
                .flatMap(forgeries -> forgeries.stream());
    }

    @Override
    public String toString() {
        return name;
    }
}
