package io.tiktoken.auth.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TypedText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ReasonRequestTests {

    static final List<TypedText> CASES = TypedText.ALL;

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void aReasonIsWhatTheAuditCanShow(TypedText text) {
        assertThat(new ReasonRequest(text.typed()).reason()).isEqualTo(text.visible());
    }
}
