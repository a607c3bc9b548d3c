package io.tiktoken.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.Refusal;
import io.tiktoken.auth.web.Code;
import io.tiktoken.defaults.testing.ApiDocumentTests;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AuthServiceTest
class AuthApiDocumentTests extends ApiDocumentTests {

    @Test
    void refusalsThatShareACodeAreAllExplained() {
        var refusals = document().at("/paths/~1api~1auth~1login/post/responses/429");

        assertThat(refusals.path("description").asString())
                .contains("`too_many_requests`: Another code of yours")
                .contains("`too_many_requests`: There were too many wrong tries for this account");
        assertThat(refusals.at("/content/application~1problem+json/examples").propertyNames())
                .containsExactlyInAnyOrder("otp_too_early", "too_many_recovery_codes", "too_many_tries");
        assertThat(refusals.at("/content/application~1problem+json/examples/too_many_tries/value/code")
                        .asString())
                .isEqualTo("too_many_requests");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalToAnAdministratorHasACode(Refusal why) {
        assertThat(Arrays.stream(Code.values()).map(Code::name)).contains(why.name());
    }
}
