package io.tiktoken.auth.secondfactor.web;

import static io.tiktoken.auth.secondfactor.web.AliceAtHome.bodyOf;
import static io.tiktoken.auth.secondfactor.web.AliceAtHome.codesIn;
import static io.tiktoken.auth.secondfactor.web.AliceAtHome.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import io.tiktoken.auth.Phone;
import java.text.ParseException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@AuthServiceTest
class EnrolmentApiTests {

    @Autowired
    Caller caller;

    AliceAtHome alice;

    @BeforeEach
    void logAliceIn() {
        alice = new AliceAtHome(caller);
    }

    @Test
    void enrolmentHandsOutWhatAnAuthenticatorScans() {
        var enrolled = alice.enrol();

        assertThat(enrolled).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var secret = Caller.text(enrolled, "$.secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(Caller.text(enrolled, "$.otpauthUri"))
                .isEqualTo("otpauth://totp/TikToken:%s?secret=%s&issuer=TikToken&algorithm=SHA1&digits=6&period=30"
                        .formatted(alice.username(), secret));
        assertThat(Caller.text(enrolled, "$.qrSvg")).startsWith("<svg xmlns=").endsWith("</svg>");
    }

    @Test
    void untilItIsConfirmedNothingIsAskedFor() {
        alice.enrol();

        assertThat(alice.logIn(People.PASSWORD)).hasStatus(200);
        assertThat(alice.me()).isFalse();
    }

    @Test
    void anotherEnrolmentReplacesTheFirstUntilOneIsConfirmed() {
        var first = new Phone(Caller.text(alice.enrol(), "$.secret"));
        var second = new Phone(Caller.text(alice.enrol(), "$.secret"));

        refused(alice.confirm(first.codeAt(Instant.now())), 403, "otp_incorrect");
        assertThat(alice.confirm(second.codeAt(Instant.now()))).hasStatus(200);
        refused(alice.enrol(), 409, "totp_enabled");
        refused(alice.confirm(second.codeAt(Instant.now())), 409, "totp_enabled");
    }

    @Test
    void thereIsNothingToConfirmWithoutAnEnrolment() {
        refused(alice.confirm("287082"), 409, "totp_not_enrolled");
    }

    @Test
    void confirmingEndsAllOtherSessionsAndCountsInThisOne() throws ParseException {
        var elsewhere = caller.handleIn(alice.logIn(People.PASSWORD));
        assertThat(alice.amr()).containsExactly("pwd");

        var confirmed = alice.enable();

        assertThat(codesIn(confirmed))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[0-9A-Z]{5}(-[0-9A-Z]{5}){3}"));
        assertThat(confirmed).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(caller.exchange(elsewhere)).hasStatus(404);
        assertThat(alice.amr()).containsExactly("pwd", "otp");
        assertThat(alice.me()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "abcdef", "K7QM2"})
    void whatCannotBeACodeIsNotCountedButExplained(String nonsense) {
        alice.enable();

        var refused = alice.logIn(People.PASSWORD, nonsense);

        refused(refused, 400, "validation_failed");
        assertThat(bodyOf(refused)).contains("must be the six digits of your authenticator, or a recovery code");
        refused(alice.confirm(nonsense), 400, "validation_failed");
        var wrong = alice.logIn(People.PASSWORD, alice.phone().wrongCodeAt(Instant.now()));
        assertThat(wrong).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(4);
    }
}
