package io.tiktoken.defaults.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTests {

    private static final Contract CONTRACT = Contract.of("409 taken", "403 approval_…");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "409, taken, No",
        "403, approval_expired, No",
        "403, approval_of_a_kind_unknown_today, No",
        "409, taken_away, Unexpected",
        "409, approval_expired, Unexpected",
        "404, taken, Unexpected",
        "400, validation_failed, Unexpected",
        "302, moved, Unexpected",
        "401, taken, NoAnswer",
        "403, forbidden, NoAnswer",
        "408, taken, NoAnswer",
        "425, taken, NoAnswer",
        "429, taken, NoAnswer",
        "500, taken, NoAnswer",
        "503, taken, NoAnswer",
        "200, cut off, NoAnswer",
        "-1, never sent, NoAnswer"
    })
    void aNoIsDefiniteWithAStatusAndACodeThatAreListedTogether(int status, String code, String answer) {
        assertThat(CONTRACT.judge(status, code, "notes").getClass().getSimpleName())
                .isEqualTo(answer);
    }

    @Test
    void tellsTheOperatorWhoSaidWhat() {
        assertThat(CONTRACT.judge(418, "teapot", "notes")).isEqualTo(new Answer.Unexpected<>("418 teapot by notes"));
        assertThat(CONTRACT.judge(409, "taken", "notes")).isEqualTo(new Answer.No<>("taken"));
    }

    @Test
    void aValueThatMakesNoSenseIsNoAnswerAndEverythingElseStaysWhatItIs() {
        assertThat(new Answer.Yes<>("42").map(Integer::valueOf)).isEqualTo(new Answer.Yes<>(42));
        assertThat(new Answer.Yes<>("many").map(Integer::valueOf)).isInstanceOf(Answer.NoAnswer.class);
        assertThat(new Answer.Yes<>(Long.MAX_VALUE).map(Math::toIntExact)).isInstanceOf(Answer.NoAnswer.class);
        assertThat(new Answer.No<String>("taken").map(Integer::valueOf)).isEqualTo(new Answer.No<>("taken"));
        assertThat(new Answer.NoAnswer<String>("silence").map(Integer::valueOf))
                .isEqualTo(new Answer.NoAnswer<>("silence"));
        assertThat(new Answer.Unexpected<String>("teapot").map(Integer::valueOf))
                .isEqualTo(new Answer.Unexpected<>("teapot"));
    }
}
