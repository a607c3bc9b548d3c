package io.tiktoken.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doCallRealMethod;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.approval.GiveApproval;
import io.tiktoken.auth.approval.GiveApproval.Outcome;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A try is counted, and something is decided before it is accepted: that wins. */
@VerbTest
class DecidedMeanwhileTests {

    @MockitoSpyBean
    PinHash pinHash;

    @Autowired
    GiveApproval giveApproval;

    @Autowired
    ResetPin resetPin;

    @Autowired
    Pins pins;

    @Autowired
    PinFailures failures;

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

    Registered alice;
    Registered bob;

    @BeforeEach
    void register() {
        alice = people.someone();
        bob = people.someone();
    }

    @Test
    void aPinThatAnAdministratorDisablesStaysDisabled() {
        whileComparing(() -> writer.run(() -> pins.disable(id())));

        assertThat(approve(alice.pin())).isEqualTo(new Outcome.PinLocked());
        assertThat(approve(alice.pin())).isEqualTo(new Outcome.PinLocked());
        assertThat(pins.isLocked(id())).isTrue();
        assertThat(eventsOf()).doesNotContain("APPROVAL_GIVEN");

        var fresh = ((ResetPin.Outcome.Reset) reset()).pin();
        assertThat(approve(fresh)).isInstanceOf(Outcome.Given.class);
    }

    @Test
    void anOldPinIsNotTakenForTheNewOne() {
        var reset = new Pin[1];
        whileComparing(() -> reset[0] = ((ResetPin.Outcome.Reset) reset()).pin());

        assertThat(approve(alice.pin())).isEqualTo(new Outcome.TooEarly());
        assertThat(eventsOf()).doesNotContain("APPROVAL_GIVEN");

        assertThat(approve(alice.pin())).isEqualTo(new Outcome.PinIncorrect(4));
        assertThat(approve(reset[0])).isInstanceOf(Outcome.Given.class);
    }

    @Test
    void aPinThatAnotherReplicaLocksStaysLocked() {
        whileComparing(() -> {
            clock.advance(Pins.LONGEST_CHECK);
            guessElsewhere(4);
        });

        assertThat(approve(alice.pin())).isEqualTo(new Outcome.PinLocked());
        assertThat(approve(alice.pin())).isEqualTo(new Outcome.PinLocked());
        assertThat(eventsOf()).contains("PIN_LOCKED").doesNotContain("APPROVAL_GIVEN");
    }

    @Test
    void wrongTriesAfterItAreNotForgottenByTheTryBefore() {
        whileComparing(() -> {
            clock.advance(Pins.LONGEST_CHECK);
            guessElsewhere(2);
        });

        assertThat(approve(alice.pin())).isEqualTo(new Outcome.TooEarly());
        assertThat(approve(People.other(alice.pin()))).isEqualTo(new Outcome.PinIncorrect(1));
    }

    @Test
    void theFifthWrongTryAtAnOldPinLocksNoNewOne() {
        guessElsewhere(4);
        whileComparing(this::reset);

        assertThat(approve(People.other(alice.pin()))).isEqualTo(new Outcome.TooEarly());

        assertThat(pins.isLocked(id())).isFalse();
        assertThat(eventsOf()).doesNotContain("PIN_LOCKED");
    }

    /** Happens once, after the next comparison and before its end. */
    private void whileComparing(Runnable happens) {
        doAnswer(comparison -> {
                    var right = comparison.callRealMethod();
                    doCallRealMethod().when(pinHash).matches(any(), any(), any(), any());
                    happens.run();
                    return right;
                })
                .when(pinHash)
                .matches(any(), any(), any(), any());
    }

    private void guessElsewhere(int times) {
        var elsewhere = new CheckPin(pins, failures, pinHash, events, writer);
        for (var i = 0; i < times; i++) {
            assertThat(elsewhere.check(id(), People.other(alice.pin()), People.CALLER))
                    .isInstanceOf(CheckPin.Outcome.Wrong.class);
        }
    }

    private Outcome approve(Pin pin) {
        var transfer = new Transfer(bob.user().id().value(), Money.tikTokens(100));
        return giveApproval.give(id(), pin, Optional.empty(), transfer, People.CALLER);
    }

    private ResetPin.Outcome reset() {
        return resetPin.reset(id(), People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());
    }

    private UserId id() {
        return alice.user().id();
    }

    private List<String> eventsOf() {
        return jdbc.sql("SELECT kind FROM security_events WHERE subject = ?")
                .param(id().toString())
                .query(String.class)
                .list();
    }
}
