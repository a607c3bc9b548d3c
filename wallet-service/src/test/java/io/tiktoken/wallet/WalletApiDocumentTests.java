package io.tiktoken.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.ApiDocumentTests;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.reservation.Outcome.Conflict;
import io.tiktoken.wallet.topup.Failure;
import io.tiktoken.wallet.web.Code;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuietApiTest
class WalletApiDocumentTests extends ApiDocumentTests {

    @Test
    void oneCodeInSeveralWordsStandsThereWithEachOfThem() {
        var refusals = document().at("/paths/~1api~1wallet~1top-ups/post/responses/422");

        assertThat(refusals.path("description").asString())
                .contains("`quote_mismatch`: SGD is exchanged at par", "`quote_mismatch`: The quote is for another");
        assertThat(refusals.at("/content/application~1problem+json/examples").propertyNames())
                .contains("home_currency_quote_mismatch", "quote_mismatch");
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void aConstantEndsInItsCode(Code code) {
        assertThat(code.name().toLowerCase()).endsWith(code.code());
    }

    @ParameterizedTest
    @EnumSource(Failure.Reason.class)
    void everyFailedTopUpHasACode(Failure.Reason why) {
        assertThat(Arrays.stream(Code.values()).map(Code::code)).contains(why.code());
    }

    @ParameterizedTest
    @EnumSource(Verdict.Reason.class)
    void everyRefusedApprovalHasACode(Verdict.Reason why) {
        assertThat(Arrays.stream(Code.values()).map(Code::code)).contains(why.code());
    }

    @ParameterizedTest
    @EnumSource(Conflict.class)
    void everyCommandThatContradictsAnotherHasACode(Conflict conflict) {
        assertThat(Arrays.stream(Code.values()).map(Code::name)).contains(conflict.name());
    }
}
