package io.tiktoken.wallet.moneyrequest.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TypedText;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyRequestRequestTests {

    static final List<TypedText> CASES = TypedText.ALL;
    static final ValidatorFactory VALIDATION = Validation.buildDefaultValidatorFactory();

    @AfterAll
    static void close() {
        VALIDATION.close();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void theNoteIsWhatThePayerCanSee(TypedText text) {
        var request = new MoneyRequestRequest("bob", ttk("1.00"), text.typed());

        assertThat(request.note()).isEqualTo(text.visible().isEmpty() ? null : text.visible());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "BOB", " bob\u00a0", "ＢＯＢ", "bob\r\n", "\u202abob\u202c"})
    void thePayerIsReadAsAtTheLogin(String from) {
        var request = new MoneyRequestRequest(from, ttk("1.00"), null);

        assertThat(request.from()).isEqualTo("bob");
        assertThat(VALIDATION.getValidator().validate(request)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "b ob", "böb", "1bob"})
    void whatNobodyCanBeCalledIsRefused(String from) {
        assertThat(VALIDATION.getValidator().validate(new MoneyRequestRequest(from, ttk("1.00"), null)))
                .hasSize(1);
    }
}
