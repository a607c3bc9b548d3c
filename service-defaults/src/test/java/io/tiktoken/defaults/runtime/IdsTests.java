package io.tiktoken.defaults.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    private final Ids ids = new RuntimeDefaultsAutoConfiguration().ids();

    @Test
    void sortAsTheyWereMadeAlsoWithinAMillisecond() {
        var made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.charAt(14) == '7');
    }
}
