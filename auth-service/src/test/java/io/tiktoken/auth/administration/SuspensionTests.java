package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.Outcome.Done;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdministrationTest
class SuspensionTests {

    static final Reason REASON = new Reason("Reported by three customers");

    @Autowired
    Staff staff;

    @Autowired
    SuspendUser suspendUser;

    @Autowired
    ReinstateUser reinstateUser;

    @Autowired
    UserDirectory directory;

    @Autowired
    SettableClock clock;

    @Test
    void endsAllSessionsAndKeepsThePersonOut() {
        var carol = staff.administrator();
        var bob = staff.customer();
        staff.logIn(bob);

        var details = done(suspendUser.suspend(bob.id(), REASON, staff.actor(carol)));

        assertThat(details.summary().user().suspended()).isTrue();
        assertThat(details.suspendedAt()).isEqualTo(clock.instant());
        assertThat(details.sessions()).isZero();
        assertThat(staff.logIn(bob)).isInstanceOf(LogIn.Outcome.Suspended.class);
        assertThat(staff.eventsAbout(bob.id())).contains("USER_SUSPENDED by %s: %s".formatted(carol.id(), REASON));
    }

    @Test
    void happensOnceHoweverOftenItIsAskedFor() {
        var carol = staff.actor(staff.administrator());
        var bob = staff.customer().id();

        var first = suspendUser.suspend(bob, REASON, carol);
        clock.advance(Duration.ofMinutes(1));
        var second = suspendUser.suspend(bob, new Reason("Another reason"), carol);

        assertThat(second).isEqualTo(first);
        assertThat(staff.eventsAbout(bob))
                .filteredOn(event -> event.startsWith("USER_SUSPENDED"))
                .hasSize(1);
    }

    @Test
    void endsWithReinstatement() {
        var carol = staff.actor(staff.administrator());
        var bob = staff.customer();
        suspendUser.suspend(bob.id(), REASON, carol);

        var details = done(reinstateUser.reinstate(bob.id(), carol));
        var again = reinstateUser.reinstate(bob.id(), carol);

        assertThat(details.suspendedAt()).isNull();
        assertThat(done(again)).isEqualTo(details);
        assertThat(staff.logIn(bob)).isInstanceOf(LogIn.Outcome.LoggedIn.class);
        assertThat(staff.eventsAbout(bob.id()))
                .filteredOn(event -> event.startsWith("USER_REINSTATED"))
                .hasSize(1);
    }

    @Test
    void nobodySuspendsThemselves() {
        var carol = staff.administrator();

        var outcome = suspendUser.suspend(carol.id(), REASON, staff.actor(carol));

        assertThat(outcome).isEqualTo(Outcome.refused(Refusal.CANNOT_SUSPEND_YOURSELF));
        assertThat(staff.eventsAbout(carol.id()).getFirst())
                .isEqualTo(
                        "ADMINISTRATION_REFUSED by %s: USER_SUSPENDED: CANNOT_SUSPEND_YOURSELF".formatted(carol.id()));
    }

    @Test
    void whoWasSuspendedMomentsAgoCannotUndoIt() {
        var dave = staff.administrator();
        staff.suspend(dave, Duration.ZERO);

        var outcome = reinstateUser.reinstate(dave.id(), staff.actor(dave));

        assertThat(outcome).isEqualTo(Outcome.refused(Refusal.NO_LONGER_ABLE));
        assertThat(directory.get(dave.id()).suspendedAt()).isNotNull();
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        var carol = staff.actor(staff.administrator());
        var nobody = new UserId(UUID.randomUUID());

        assertThat(suspendUser.suspend(nobody, REASON, carol)).isInstanceOf(Outcome.Unknown.class);
        assertThat(reinstateUser.reinstate(nobody, carol)).isInstanceOf(Outcome.Unknown.class);
    }

    private static UserDetails done(Outcome<UserDetails> outcome) {
        return ((Done<UserDetails>) outcome).result();
    }
}
