package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayNameTests {

    static final Username ALICE = new Username("alice");

    @ParameterizedTest(name = "{0} is shown to strangers as {1}")
    @CsvSource({"Alice Lim, A••• L••", "Bo, B•", "X, X", "alice, a•••", "Alexandria, A•••", "😀bc, 😀••"})
    void strangersSeeTheFirstLetters(String name, String masked) {
        assertThat(new DisplayName(name).masked()).isEqualTo(masked);
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertThat(DisplayName.typed(" Alice\t\u202eLim\u0000 \u200b ", ALICE)).isEqualTo(new DisplayName("Alice Lim"));
    }

    @Test
    void whoTypesNothingIsCalledByTheUsername() {
        assertThat(DisplayName.typed(null, ALICE)).isEqualTo(new DisplayName("alice"));
        assertThat(DisplayName.typed(" \u200b ", ALICE)).isEqualTo(new DisplayName("alice"));
    }
}
