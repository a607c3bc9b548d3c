package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.Outcome.Awaiting;
import io.tiktoken.auth.administration.decision.ConfirmDecision;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.decision.Signatory;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ways in which one of two administrators could once decide alone, or be both of them. */
@AdministrationTest
class KnownAttackTests {

    static final Reason REASON = new Reason("Nothing good");

    @Autowired
    Staff staff;

    @Autowired
    Administrators administrators;

    @Autowired
    SuspendUser suspendUser;

    @Autowired
    ReinstateUser reinstateUser;

    @Autowired
    ChangeRoles changeRoles;

    @Autowired
    IssueRecoveryCode issueRecoveryCode;

    @Autowired
    RemoveTotp removeTotp;

    @Autowired
    ConfirmDecision confirmDecision;

    @Autowired
    SettableClock clock;

    User mallory;
    User bob;

    @BeforeEach
    void twoAdministrators() {
        mallory = staff.onlyAdministrator();
        bob = staff.administrator();
    }

    @AfterEach
    void malloryIsNeverTheOnlyOne() {
        assertThat(isAlone()).isFalse();
    }

    @Test
    void suspendingTheOtherOne() {
        assertThat(suspendUser.suspend(bob.id(), REASON, staff.actor(mallory))).isInstanceOf(Awaiting.class);

        assertThat(administrators.includeAble(bob.id())).isTrue();
    }

    @Test
    void demotingTheOtherOne() {
        assertThat(changeRoles.change(bob.id(), Set.of(), staff.actor(mallory))).isInstanceOf(Awaiting.class);

        assertThat(administrators.includeAble(bob.id())).isTrue();
    }

    @Test
    void takingTheOthersAccountOver() {
        var before = staff.recoveryCodeHash(bob);

        assertThat(removeTotp.remove(bob.id(), REASON, staff.actor(mallory))).isInstanceOf(Awaiting.class);
        assertThat(issueRecoveryCode.issue(bob.id(), REASON, staff.actor(mallory), Keep.nothing()))
                .isInstanceOf(Awaiting.class);

        assertThat(administrators.includeAble(bob.id())).isTrue();
        assertThat(staff.recoveryCodeHash(bob)).isEqualTo(before);
    }

    @Test
    void confirmingWithASecondAccountOfOnesOwn() {
        var twin = staff.customer();
        staff.enableTotp(twin);

        var asked = changeRoles.change(twin.id(), Set.of(Role.ADMIN), staff.actor(mallory));

        var decision = ((Awaiting<UserDetails>) asked).decision();
        assertThat(confirmDecision.confirm(decision.id(), staff.actor(twin), Keep.nothing()))
                .isEqualTo(Outcome.refused(Refusal.NO_LONGER_ABLE));
        assertThat(administrators.includeAble(twin.id())).isFalse();
    }

    /** A friend whom two suspended comes back only through two. */
    @Test
    void reinstatingAFriend() {
        var friend = staff.administrator();
        staff.suspend(friend, Duration.ofDays(365));

        assertThat(reinstateUser.reinstate(friend.id(), staff.actor(mallory))).isInstanceOf(Awaiting.class);

        assertThat(administrators.includeAble(friend.id())).isFalse();
    }

    @Test
    void waitingUntilTheOtherOneLosesThePhone() {
        staff.removeTotp(bob);

        assertThat(changeRoles.change(bob.id(), Set.of(), staff.actor(mallory))).isInstanceOf(Awaiting.class);
    }

    @Test
    void hurryingWhileTheOtherOneIsSuspended() {
        staff.suspend(bob, Duration.ofDays(30).minusMillis(1));

        assertThat(isAlone()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(isAlone()).as("after thirty days it is true").isTrue();
        staff.administrator();
    }

    private boolean isAlone() {
        return administrators
                .now()
                .areOnly(new Signatory(mallory.id().value(), mallory.username().value()));
    }
}
