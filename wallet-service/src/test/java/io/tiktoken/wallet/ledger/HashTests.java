package io.tiktoken.wallet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HashTests {

    /** Computed by hand: {@code sha256sum} of 32 zero bytes and {@code 1:1,5:alice,0:,4:•a,}. */
    @Test
    void isWhatTheDocumentationSays() {
        var fields = new ArrayList<@Nullable Object>(List.of(1L, "alice"));
        fields.add(null);
        fields.add("•a");

        assertThat(Hash.GENESIS.followedBy(fields).hex())
                .isEqualTo("ab9aa2070bddf5f5e050200b570143c085c4b8a33676cfe4cb2ae2543b0f7e33");
    }

    @Test
    void noTwoListsOfFieldsAreWrittenAlike() {
        assertThat(Hash.GENESIS.followedBy(List.of("ab", "c")))
                .isNotEqualTo(Hash.GENESIS.followedBy(List.of("a", "bc")));
        assertThat(Hash.GENESIS.followedBy(List.of("1:a,"))).isNotEqualTo(Hash.GENESIS.followedBy(List.of("1", "a")));
    }

    @Test
    void dependsOnEverythingBefore() {
        var one = Hash.GENESIS.followedBy(List.of("one"));

        assertThat(one.followedBy(List.of("two"))).isNotEqualTo(Hash.GENESIS.followedBy(List.of("two")));
    }
}
