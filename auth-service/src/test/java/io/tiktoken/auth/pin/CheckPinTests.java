package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.CheckPin.Outcome;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.crypto.Secret;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class CheckPinTests {

    @Autowired
    CheckPin checkPin;

    @Autowired
    ResetPin resetPin;

    @Autowired
    Pins pins;

    @Autowired
    PinFailures failures;

    @Autowired
    PinHash pinHash;

    @Autowired
    SecurityEvents events;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    @Test
    void tellsHowManyTriesAreLeftAndLocksAfterTheFifth() {
        var alice = people.someone();
        var wrong = People.other(alice.pin());

        for (var left = 4; left >= 0; left--) {
            assertThat(checkPin.check(alice.user().id(), wrong, People.CALLER)).isEqualTo(new Outcome.Wrong(left));
        }

        assertThat(checkPin.check(alice.user().id(), wrong, People.CALLER)).isEqualTo(new Outcome.Locked());
        assertThat(checkPin.check(alice.user().id(), alice.pin(), People.CALLER))
                .isEqualTo(new Outcome.Locked());
        assertThat(eventsOf(alice.user().id())).containsOnlyOnce("PIN_LOCKED").contains("PIN_WRONG");
    }

    @Test
    void fourWrongOnesLeaveTheRightOneItsChance() {
        var alice = people.someone();
        for (var i = 0; i < 4; i++) {
            checkPin.check(alice.user().id(), People.other(alice.pin()), People.CALLER);
        }

        assertThat(checkPin.check(alice.user().id(), alice.pin(), People.CALLER))
                .isInstanceOf(Outcome.Right.class);
    }

    @Test
    void ofTwoHundredWrongOnesAtOnceFiveAreLookedAt() throws Exception {
        var alice = people.someone();
        var wrong = People.other(alice.pin());

        var answers = atOnce(Collections.nCopies(200, () -> use(alice.user().id(), wrong)));

        assertThat(answers)
                .filteredOn(Outcome.Wrong.class::isInstance)
                .extracting(Outcome.class::cast)
                .containsExactlyInAnyOrder(wrong(4), wrong(3), wrong(2), wrong(1), wrong(0));
        assertThat(answers).hasOnlyElementsOfTypes(Outcome.Wrong.class, Outcome.Locked.class, Outcome.TooEarly.class);
        assertThat(use(alice.user().id(), alice.pin())).isEqualTo(new Outcome.Locked());
    }

    @Test
    void theRightOneAtTheSameTimeAsManyRightOnesIsRight() throws Exception {
        var alice = people.someone();

        var answers = atOnce(Collections.nCopies(12, () -> use(alice.user().id(), alice.pin())));

        assertThat(answers).hasOnlyElementsOfType(Outcome.Right.class);
        assertThat(triesOf(alice.user().id())).isZero();
    }

    @Test
    void whileOneIsCheckedAnotherReplicaCountsNothingAndSaysNothingOfALock() {
        var alice = people.someone();
        var elsewhere = new CheckPin(pins, failures, pinHash, events, writer);
        var right = (Outcome.Right) checkPin.check(alice.user().id(), alice.pin(), People.CALLER);

        for (var i = 0; i < 10; i++) {
            assertThat(elsewhere.check(alice.user().id(), alice.pin(), People.CALLER))
                    .isEqualTo(new Outcome.TooEarly());
        }

        assertThat(triesOf(alice.user().id())).isEqualTo(1);
        assertThat(writer.write(() -> checkPin.accept(alice.user().id(), right, People.CALLER)))
                .isEmpty();
        assertThat(elsewhere.check(alice.user().id(), alice.pin(), People.CALLER))
                .isInstanceOf(Outcome.Right.class);
    }

    @Test
    void theFifthTryIsNoLockBeforeItHasTurnedOutWrong() {
        var alice = people.someone();
        for (var i = 0; i < 4; i++) {
            checkPin.check(alice.user().id(), People.other(alice.pin()), People.CALLER);
        }
        var fifth = (Outcome.Right) checkPin.check(alice.user().id(), alice.pin(), People.CALLER);

        assertThat(checkPin.check(alice.user().id(), alice.pin(), People.CALLER))
                .isEqualTo(new Outcome.TooEarly());

        assertThat(writer.write(() -> checkPin.accept(alice.user().id(), fifth, People.CALLER)))
                .isEmpty();
        assertThat(triesOf(alice.user().id())).isZero();
    }

    @Test
    void aCheckThatNeverEndsKeepsItsTryAndIsNotWaitedForLong() {
        var alice = people.someone();
        checkPin.check(alice.user().id(), alice.pin(), People.CALLER);

        clock.advance(Pins.LONGEST_CHECK.minusMillis(1));
        assertThat(checkPin.check(alice.user().id(), People.other(alice.pin()), People.CALLER))
                .isEqualTo(new Outcome.TooEarly());
        clock.advance(Duration.ofMillis(1));
        assertThat(checkPin.check(alice.user().id(), People.other(alice.pin()), People.CALLER))
                .isEqualTo(wrong(3));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        var alice = people.someone();
        checkPin.check(alice.user().id(), alice.pin(), People.CALLER);

        clock.advance(Duration.ofHours(-1));

        assertThat(checkPin.check(alice.user().id(), People.other(alice.pin()), People.CALLER))
                .isEqualTo(wrong(3));
    }

    @Test
    void theCountIsOnTheDiskBeforeAnythingIsCompared() {
        var alice = people.someone().user().id();
        var pulledThePlug = new PinHash(new PinSettings(new Secret("AA=="), 10)) {
            @Override
            boolean matches(byte[] hash, UserId user, byte[] salt, Pin pin) {
                throw new IllegalStateException("the plug was pulled");
            }
        };
        var dying = new CheckPin(pins, failures, pulledThePlug, events, writer);

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> dying.check(alice, new Pin("420917"), People.CALLER))
                    .hasMessage("the plug was pulled");
            clock.advance(Pins.LONGEST_CHECK);
        }

        assertThat(triesOf(alice)).isEqualTo(5);
        assertThat(checkPin.check(alice, new Pin("420917"), People.CALLER)).isEqualTo(new Outcome.Locked());
    }

    @Test
    void itRefusesToCountInsideATransactionWhichCouldTakeTheCountBack() {
        var alice = people.someone();

        assertThatThrownBy(() -> writer.write(() -> checkPin.check(alice.user().id(), alice.pin(), People.CALLER)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thePasswordOpensALockedPinWithANewOne() {
        var alice = people.someone();
        for (var i = 0; i < 5; i++) {
            checkPin.check(alice.user().id(), People.other(alice.pin()), People.CALLER);
        }

        assertThat(resetPin.reset(
                        alice.user().id(), "not the password", Optional.empty(), People.CALLER, Keep.nothing()))
                .isEqualTo(new ResetPin.Outcome.PasswordIncorrect());
        assertThat(checkPin.check(alice.user().id(), alice.pin(), People.CALLER))
                .isEqualTo(new Outcome.Locked());

        var reset = (ResetPin.Outcome.Reset)
                resetPin.reset(alice.user().id(), People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());

        assertThat(checkPin.check(alice.user().id(), reset.pin(), People.CALLER))
                .isInstanceOf(Outcome.Right.class);
    }

    @Test
    void onePersonsHashIsNoUseInAnothersRow() {
        var salt = new byte[PinHash.SALT_BYTES];
        var pin = new Pin("420917");
        var alice = UserId.of("00000000-0000-7000-8000-00000000000a");
        var bob = UserId.of("00000000-0000-7000-8000-00000000000b");

        assertThat(pinHash.matches(pinHash.of(alice, salt, pin), alice, salt, pin))
                .isTrue();
        assertThat(pinHash.matches(pinHash.of(alice, salt, pin), bob, salt, pin))
                .isFalse();
    }

    /** As whoever approves something does it. */
    private Outcome use(UserId user, Pin pin) {
        return checkPin.<Outcome>inTurn(user, () -> {
                    var outcome = checkPin.check(user, pin, People.CALLER);
                    return outcome instanceof Outcome.Right right
                            ? writer.write(() -> checkPin.accept(user, right, People.CALLER))
                                    .<Outcome>map(refusal -> refusal)
                                    .orElse(right)
                            : outcome;
                })
                .orElseGet(Outcome.TooEarly::new);
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> uses) throws InterruptedException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return crowd.invokeAll(uses).stream()
                    .map(answer -> answer.resultNow())
                    .toList();
        }
    }

    private static Outcome wrong(int attemptsLeft) {
        return new Outcome.Wrong(attemptsLeft);
    }

    private int triesOf(UserId user) {
        return jdbc.sql("SELECT tries FROM pins WHERE user_id = ?")
                .param(user.toString())
                .query(Integer.class)
                .single();
    }

    private Iterable<String> eventsOf(UserId user) {
        return jdbc.sql("SELECT kind FROM security_events WHERE subject = ?")
                .param(user.toString())
                .query(String.class)
                .list();
    }
}
