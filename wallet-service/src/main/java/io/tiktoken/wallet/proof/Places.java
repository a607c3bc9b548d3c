package io.tiktoken.wallet.proof;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is wrong, by name, as far as there is room to name it.
 *
 * @param count of all of them
 */
public record Places(
        long count,

        @ArraySchema(schema = @Schema(example = "wallet:019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11"))
        List<String> named) {

    static final Places NONE = new Places(0, List.of());

    private static final int MOST_NAMED = 100;

    Places with(String place) {
        if (named.contains(place)) {
            return this;
        }
        return named.size() == MOST_NAMED
                ? new Places(count + 1, named)
                : new Places(
                        count + 1,
                        Stream.concat(named.stream(), Stream.of(place)).toList());
    }

    boolean none() {
        return count == 0;
    }
}
