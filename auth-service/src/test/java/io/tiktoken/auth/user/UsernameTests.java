package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTests {

    @Test
    void theCaseOfTheLettersDoesNotCount() {
        assertThat(Username.typed("Alice.B")).hasValue(new Username("alice.b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" bob", "bob\n", "\u00a0bob\u3000", "ＢＯＢ", "bob\u200b"})
    void neitherDoesWhatStandsAroundThemNorTheirWidth(String typed) {
        assertThat(Username.typed(typed)).hasValue(new Username("bob"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "a-1", "a._-", "abcdefghijklmnopqrstuvwxyz123456"})
    void acceptsWhatTheRulesAllow(String typed) {
        assertThat(Username.typed(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "1bob",
                ".bob",
                "b ob",
                "bo\nb",
                "böb",
                "bo\u200db",
                "воb",
                "bob'--",
                "abcdefghijklmnopqrstuvwxyz1234567"
            })
    void refusesEverythingElse(String typed) {
        assertThat(Username.typed(typed)).isEmpty();
    }
}
