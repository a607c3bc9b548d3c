package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.pin.ResetPin.Outcome;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Enrolled;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class ResetPinTests {

    @Autowired
    ResetPin resetPin;

    @Autowired
    CheckPin checkPin;

    @Autowired
    Pins pins;

    @Autowired
    Enrolled enrolled;

    @Autowired
    SingleWriter writer;

    @Autowired
    People people;

    Registered alice;

    @BeforeEach
    void registerAlice() {
        alice = people.someone();
    }

    @Test
    void thePasswordAloneIsEnoughWithoutAnAuthenticator() {
        var reset = (Outcome.Reset)
                resetPin.reset(alice.user().id(), People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());

        assertThat(check(alice.pin())).isEqualTo(new CheckPin.Outcome.Wrong(4));
        assertThat(check(reset.pin())).isInstanceOf(CheckPin.Outcome.Right.class);
    }

    @Test
    void withAnAuthenticatorItsCodeIsCompulsory() {
        var authenticator = enrolled.enrol(alice.user().id());

        assertThat(resetPin.reset(alice.user().id(), People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing()))
                .isEqualTo(new Outcome.OtpRefused(new OtpRefusal.Required()));
        assertThat(resetPin.reset(
                        alice.user().id(),
                        People.PASSWORD,
                        Optional.of(authenticator.wrongCode()),
                        People.CALLER,
                        Keep.nothing()))
                .isEqualTo(new Outcome.OtpRefused(new OtpRefusal.Incorrect(4)));
        assertThat(check(alice.pin())).isInstanceOf(CheckPin.Outcome.Right.class);
        assertThat(resetPin.reset(
                        alice.user().id(),
                        People.PASSWORD,
                        Optional.of(authenticator.code()),
                        People.CALLER,
                        Keep.nothing()))
                .isInstanceOf(Outcome.Reset.class);
    }

    @Test
    void aWrongPasswordUsesUpNoCode() {
        var authenticator = enrolled.enrol(alice.user().id());
        var code = Optional.of(authenticator.code());

        assertThat(resetPin.reset(alice.user().id(), "not the password", code, People.CALLER, Keep.nothing()))
                .isEqualTo(new Outcome.PasswordIncorrect());
        assertThat(resetPin.reset(alice.user().id(), People.PASSWORD, code, People.CALLER, Keep.nothing()))
                .isInstanceOf(Outcome.Reset.class);
    }

    @Test
    void aDisabledPinApprovesNothingUntilThePasswordGivesANewOne() {
        writer.run(() -> pins.disable(alice.user().id()));

        assertThat(check(alice.pin())).isEqualTo(new CheckPin.Outcome.Locked());
        var reset = (Outcome.Reset)
                resetPin.reset(alice.user().id(), People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());
        assertThat(check(reset.pin())).isInstanceOf(CheckPin.Outcome.Right.class);
    }

    private CheckPin.Outcome check(Pin pin) {
        return checkPin.check(alice.user().id(), pin, People.CALLER);
    }
}
