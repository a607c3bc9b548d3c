package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.key.Secret;
import io.tiktoken.auth.pin.CheckPin.Outcome;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
                .isEqualTo(new Outcome.Right());
    }

    @Test
    void ofTwoHundredWrongOnesAndTheRightOneAtOnceFiveAreLookedAt() throws Exception {
        var alice = people.someone();
        var wrong = People.other(alice.pin());
        var guesses = IntStream.rangeClosed(0, 200)
                .<Callable<Outcome>>mapToObj(
                        i -> () -> checkPin.check(alice.user().id(), i == 100 ? alice.pin() : wrong, People.CALLER))
                .toList();

        try (var guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = guessers.invokeAll(guesses).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers.stream().filter(Outcome.Locked.class::isInstance))
                    .hasSize(196);
        }
        assertThat(checkPin.check(alice.user().id(), alice.pin(), People.CALLER))
                .isEqualTo(new Outcome.Locked());
    }

    @Test
    void theCountIsOnTheDiskBeforeAnythingIsCompared() {
        var alice = people.someone().user().id();
        var pulledThePlug = new PinHash(new PinSettings(Secret.of("AA=="), 10)) {
            @Override
            boolean matches(byte[] hash, UserId user, byte[] salt, Pin pin) {
                throw new IllegalStateException("the plug was pulled");
            }
        };
        var dying = new CheckPin(pins, failures, pulledThePlug, events, writer);

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> dying.check(alice, new Pin("420917"), People.CALLER))
                    .hasMessage("the plug was pulled");
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
                .isEqualTo(new Outcome.Right());
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
