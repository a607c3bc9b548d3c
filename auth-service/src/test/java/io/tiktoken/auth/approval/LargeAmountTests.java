package io.tiktoken.auth.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.approval.GiveApproval.Outcome;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.totp.Enrolled;
import io.tiktoken.auth.totp.Enrolled.Authenticator;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.defaults.database.Purge;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class LargeAmountTests {

    static final long LARGE = 20_001;

    @Autowired
    GiveApproval giveApproval;

    @Autowired
    LargeAmounts largeAmounts;

    @Autowired
    ApprovedWithoutCode approved;

    @Autowired
    Purge purge;

    @Autowired
    Enrolled enrolled;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    Registered alice;
    Registered bob;
    Authenticator authenticator;

    @BeforeEach
    void giveAliceAnAuthenticator() {
        alice = people.someone();
        bob = people.someone();
        authenticator = enrolled.enrol(alice.user().id());
    }

    @ParameterizedTest(name = "{0} smallest units want a code: {1}")
    @CsvSource({"1, false", "20000, false", "20001, true"})
    void aCodeIsWantedAboveTheBorder(long amount, boolean wanted) {
        var outcome = give(alice.pin(), Optional.empty(), amount);

        assertThat(outcome.equals(refused(new OtpRefusal.Required()))).isEqualTo(wanted);
        assertThat(outcome instanceof Outcome.Given).isNotEqualTo(wanted);
    }

    @Test
    void whoHasNoAuthenticatorIsNotAskedForOne() {
        assertThat(giveApproval.give(
                        bob.user().id(),
                        bob.pin(),
                        Optional.empty(),
                        new Transfer(alice.user().id().value(), Money.tikTokens(LARGE)),
                        People.CALLER))
                .isInstanceOf(Outcome.Given.class);
    }

    @Test
    void pinAndCodeTogetherApproveOnce() {
        var code = Optional.of(authenticator.code());

        assertThat(give(alice.pin(), code, LARGE)).isInstanceOf(Outcome.Given.class);
        assertThat(give(alice.pin(), code, LARGE)).isEqualTo(refused(new OtpRefusal.Incorrect(5)));
    }

    @Test
    void aRecoveryCodeStandsInForTheAuthenticator() {
        assertThat(give(alice.pin(), Optional.of(authenticator.recoveryCode(0)), LARGE))
                .isInstanceOf(Outcome.Given.class);
    }

    @Test
    void aMissingCodeCostsNothing() {
        for (var i = 0; i < 10; i++) {
            assertThat(give(wrongPin(), Optional.empty(), LARGE)).isEqualTo(refused(new OtpRefusal.Required()));
        }

        assertThat(triesOf("pins")).isZero();
        assertThat(triesOf("authenticators")).isZero();
    }

    @Test
    void aWrongPinUsesUpNoCodeAndNoTryAtOne() {
        var code = Optional.of(authenticator.code());

        assertThat(give(wrongPin(), code, LARGE)).isEqualTo(new Outcome.PinIncorrect(4));

        assertThat(triesOf("authenticators")).isZero();
        assertThat(give(alice.pin(), code, LARGE)).isInstanceOf(Outcome.Given.class);
    }

    @Test
    void aWrongCodeDoesNotLeaveThePinCounted() {
        assertThat(give(alice.pin(), Optional.of(authenticator.wrongCode()), LARGE))
                .isEqualTo(refused(new OtpRefusal.Incorrect(4)));

        assertThat(triesOf("pins")).isZero();
        assertThat(triesOf("authenticators")).isEqualTo(1);
    }

    @Test
    void whoDoesNotKnowThePinGetsFiveGuessesWhateverCodeTheyBring() {
        for (var left = 4; left >= 0; left--) {
            var code = left % 2 == 0 ? authenticator.code() : authenticator.wrongCode();
            assertThat(give(wrongPin(), Optional.of(code), LARGE)).isEqualTo(new Outcome.PinIncorrect(left));
        }

        assertThat(give(alice.pin(), Optional.of(authenticator.code()), LARGE)).isEqualTo(new Outcome.PinLocked());
        assertThat(triesOf("authenticators")).isZero();
    }

    @Test
    void whoKnowsThePinGetsFiveGuessesAtTheCodeWhateverTheyApproveBetween() {
        for (var left = 4; left >= 0; left--) {
            assertThat(give(alice.pin(), Optional.empty(), 1)).isInstanceOf(Outcome.Given.class);
            assertThat(give(alice.pin(), Optional.of(authenticator.wrongCode()), LARGE))
                    .isEqualTo(refused(new OtpRefusal.Incorrect(left)));
        }

        clock.advance(Duration.ofSeconds(30));
        assertThat(give(alice.pin(), Optional.of(authenticator.code()), LARGE))
                .isEqualTo(refused(new OtpRefusal.Locked()));
        assertThat(triesOf("pins")).isZero();
    }

    @Test
    void aCodeForASmallAmountIsNotLookedAt() {
        var code = Optional.of(authenticator.code());

        assertThat(give(alice.pin(), Optional.of(authenticator.wrongCode()), 1)).isInstanceOf(Outcome.Given.class);
        assertThat(give(alice.pin(), code, 1)).isInstanceOf(Outcome.Given.class);

        assertThat(give(alice.pin(), code, LARGE)).isInstanceOf(Outcome.Given.class);
    }

    @ParameterizedTest(name = "15000 approved, {0} more want a code: {1}")
    @CsvSource({"4999, false", "5000, false", "5001, true", "20000, true"})
    void manySmallAmountsAreLargeTogether(long amount, boolean wanted) {
        for (var i = 0; i < 3; i++) {
            assertThat(give(alice.pin(), Optional.empty(), 5_000)).isInstanceOf(Outcome.Given.class);
        }

        var outcome = give(alice.pin(), Optional.empty(), amount);

        assertThat(outcome.equals(refused(new OtpRefusal.Required()))).isEqualTo(wanted);
        assertThat(outcome instanceof Outcome.Given).isNotEqualTo(wanted);
    }

    @Test
    void whatWasApprovedWithACodeDoesNotAddUp() {
        assertThat(give(alice.pin(), Optional.of(authenticator.code()), LARGE)).isInstanceOf(Outcome.Given.class);

        assertThat(give(alice.pin(), Optional.empty(), 20_000)).isInstanceOf(Outcome.Given.class);
        assertThat(give(alice.pin(), Optional.empty(), 1)).isEqualTo(refused(new OtpRefusal.Required()));
        clock.advance(Duration.ofSeconds(30));
        assertThat(give(alice.pin(), Optional.of(authenticator.code()), 1)).isInstanceOf(Outcome.Given.class);
    }

    @Test
    void whatWasNotApprovedDoesNotAddUp() {
        give(wrongPin(), Optional.empty(), 15_000);
        give(alice.pin(), Optional.of(authenticator.wrongCode()), LARGE);

        assertThat(give(alice.pin(), Optional.empty(), 20_000)).isInstanceOf(Outcome.Given.class);
    }

    @Test
    void whatWasApprovedBeforeThereWasAnAuthenticatorAddsUp() {
        var carol = people.someone();
        assertThat(give(carol, Optional.empty(), Long.MAX_VALUE)).isInstanceOf(Outcome.Given.class);
        assertThat(give(carol, Optional.empty(), Long.MAX_VALUE)).isInstanceOf(Outcome.Given.class);

        enrolled.enrol(carol.user().id());

        assertThat(give(carol, Optional.empty(), 1)).isEqualTo(refused(new OtpRefusal.Required()));
    }

    @Test
    void everyDayInSingaporeBeginsAnew() {
        clock.set(Instant.parse("2026-06-01T15:59:59.999Z")); // One millisecond before midnight there.
        assertThat(give(alice.pin(), Optional.empty(), 20_000)).isInstanceOf(Outcome.Given.class);
        assertThat(give(alice.pin(), Optional.empty(), 1)).isEqualTo(refused(new OtpRefusal.Required()));

        clock.advance(Duration.ofMillis(1));

        assertThat(give(alice.pin(), Optional.empty(), 20_000)).isInstanceOf(Outcome.Given.class);
        assertThat(give(alice.pin(), Optional.empty(), 1)).isEqualTo(refused(new OtpRefusal.Required()));
    }

    @Test
    void approvalsAtTheSameTimeDoNotSlipPast() throws Exception {
        Callable<Outcome> call = () -> give(alice.pin(), Optional.empty(), 5_000);

        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = hands.invokeAll(Collections.nCopies(12, call)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(outcomes).filteredOn(Outcome.Given.class::isInstance).hasSize(4);
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof Outcome.Given))
                    .containsOnly(refused(new OtpRefusal.Required()));
        }
    }

    @Test
    void theSumIsJudgedInTheWriteAsWell() {
        var transfer = new Transfer(bob.user().id().value(), Money.tikTokens(15_000));
        var withoutCode = new LargeAmounts.Code.Enough(Optional.empty());

        assertThat(writer.write(() -> largeAmounts.admit(alice.user().id(), transfer, withoutCode)))
                .isTrue();
        assertThat(writer.write(() -> largeAmounts.admit(alice.user().id(), transfer, withoutCode)))
                .isFalse();
    }

    @Test
    void aCodeOfAnAuthenticatorThatIsNoMoreIsNoneInTheWrite() {
        var transfer = new Transfer(bob.user().id().value(), Money.tikTokens(LARGE));
        var another = new LargeAmounts.Code.Enough(Optional.of("the serial of another authenticator"));

        assertThat(writer.write(() -> largeAmounts.admit(alice.user().id(), transfer, another)))
                .isFalse();
    }

    @Test
    void sumsAreForgottenWhenTheirDayIsLongOver() {
        clock.advance(Duration.ofDays(30));
        approved.purge(purge);
        give(alice.pin(), Optional.empty(), 1);

        clock.advance(Duration.ofDays(7));
        assertThat(approved.purge(purge)).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(approved.purge(purge)).isEqualTo(1);
    }

    @Test
    void whoIsSuspendedApprovesNothingFromThatMomentOn() {
        writer.run(() -> jdbc.sql("UPDATE users SET suspended_at = ? WHERE id = ?")
                .params(clock.millis(), alice.user().id().toString())
                .update());

        assertThat(give(alice.pin(), Optional.empty(), 1)).isEqualTo(new Outcome.AccountSuspended());
        assertThat(give(alice.pin(), Optional.of(authenticator.code()), LARGE))
                .isEqualTo(new Outcome.AccountSuspended());
        assertThat(jdbc.sql("SELECT kind FROM security_events WHERE subject = ?")
                        .param(alice.user().id().toString())
                        .query(String.class)
                        .list())
                .contains("APPROVAL_REFUSED")
                .doesNotContain("APPROVAL_GIVEN");
    }

    private Outcome give(Pin pin, Optional<Otp> otp, long amount) {
        return giveApproval.give(
                alice.user().id(),
                pin,
                otp,
                new Transfer(bob.user().id().value(), Money.tikTokens(amount)),
                People.CALLER);
    }

    private Outcome give(Registered giver, Optional<Otp> otp, long amount) {
        return giveApproval.give(
                giver.user().id(),
                giver.pin(),
                otp,
                new Transfer(bob.user().id().value(), Money.tikTokens(amount)),
                People.CALLER);
    }

    private Pin wrongPin() {
        return People.other(alice.pin());
    }

    private static Outcome refused(OtpRefusal why) {
        return new Outcome.OtpRefused(why);
    }

    private int triesOf(String table) {
        return jdbc.sql("SELECT tries FROM " + table + " WHERE user_id = ?")
                .param(alice.user().id().toString())
                .query(Integer.class)
                .single();
    }
}
