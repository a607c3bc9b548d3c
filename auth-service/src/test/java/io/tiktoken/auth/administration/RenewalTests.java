package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.Claims;
import io.tiktoken.auth.FakePayments;
import io.tiktoken.auth.People;
import io.tiktoken.auth.Phone;
import io.tiktoken.auth.account.ChangePassword;
import io.tiktoken.auth.administration.decision.ConfirmDecision;
import io.tiktoken.auth.approval.GiveApproval;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.pin.ResetPin;
import io.tiktoken.auth.registration.RecoverAccess;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.secondfactor.ConfirmAuthenticator;
import io.tiktoken.auth.secondfactor.DisableAuthenticator;
import io.tiktoken.auth.secondfactor.EnrolAuthenticator;
import io.tiktoken.auth.secondfactor.ReplaceRecoveryCodes;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Enrolled;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever renews a secret, or takes somebody's standing, ends the approvals from before it. */
@AdministrationTest
class RenewalTests {

    static final Reason REASON = new Reason("Reported by three customers");
    static final String NEW_PASSWORD = "another good password";

    @Autowired
    Staff staff;

    @Autowired
    ResetPin resetPin;

    @Autowired
    ForcePinReset forcePinReset;

    @Autowired
    SuspendUser suspendUser;

    @Autowired
    ReinstateUser reinstateUser;

    @Autowired
    ChangePassword changePassword;

    @Autowired
    RecoverAccess recoverAccess;

    @Autowired
    EnrolAuthenticator enrolAuthenticator;

    @Autowired
    ConfirmAuthenticator confirmAuthenticator;

    @Autowired
    DisableAuthenticator disableAuthenticator;

    @Autowired
    ReplaceRecoveryCodes replaceRecoveryCodes;

    @Autowired
    RemoveTotp removeTotp;

    @Autowired
    ConfirmDecision confirmDecision;

    @Autowired
    ResetAdministrator resetAdministrator;

    @Autowired
    EndApprovals endApprovals;

    @Autowired
    GiveApproval giveApproval;

    @Autowired
    Generations generations;

    @Autowired
    FakePayments payments;

    @Autowired
    Enrolled enrolled;

    @Autowired
    SettableClock clock;

    @Autowired
    People people;

    final SessionId here = new SessionId(UUID.randomUUID());
    Registered alice;
    UserId id;

    @BeforeEach
    void registerAlice() {
        alice = people.someone();
        id = alice.user().id();
    }

    @AfterEach
    void walletSpeaks() {
        payments.speakAgain();
    }

    @Test
    void aNewPin() {
        ends(() -> resetPin.reset(id, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing()));
    }

    @Test
    void aPinThatIsDisabled() {
        var carol = staff.actor(staff.administrator());

        ends(() -> forcePinReset.force(id, REASON, carol));
    }

    @Test
    void aNewPassword() {
        ends(() -> changePassword.change(
                new ChangePassword.Request(id, here, People.PASSWORD, NEW_PASSWORD), People.CALLER));
    }

    @Test
    void aRecoveredAccount() {
        ends(() -> recoverAccess.recover(
                new RecoverAccess.Request(alice.user().username().value(), alice.recoveryCode(), NEW_PASSWORD),
                People.CALLER,
                Keep.nothing()));
    }

    @Test
    void anAuthenticatorThatIsConfirmedButNotOneThatIsOnlyBegun() {
        var begun = (EnrolAuthenticator.Outcome.Enrolled)
                enrolAuthenticator.enrol(id, alice.user().username(), People.CALLER, Keep.nothing());
        assertThat(generations.of(id)).isZero();
        var phone = new Phone(begun.enrolment().seed().base32());

        ends(() -> confirmAuthenticator.confirm(
                id, Otp.code(phone.codeAt(clock.instant())), here, People.CALLER, Keep.nothing()));
    }

    @Test
    void anAuthenticatorThatIsDisabled() {
        var authenticator = enrolled.enrol(id);

        ends(() -> disableAuthenticator.disable(id, People.PASSWORD, authenticator.code(), People.CALLER));
    }

    @Test
    void recoveryCodesThatAreReplaced() {
        var authenticator = enrolled.enrol(id);

        ends(() -> replaceRecoveryCodes.replace(id, authenticator.code(), People.CALLER, Keep.nothing()));
    }

    @Test
    void anAuthenticatorThatAdministratorsRemove() {
        enrolled.enrol(id);
        var carol = staff.actor(staff.administrator());
        var dave = staff.actor(staff.administrator());
        var asked = (Outcome.Awaiting<UserDetails>) removeTotp.remove(id, REASON, carol);
        assertThat(generations.of(id)).isZero();

        ends(() -> confirmDecision.confirm(asked.decision().id(), dave, Keep.nothing()));
    }

    @Test
    void aSuspensionWhichReinstatementDoesNotUndo() {
        var carol = staff.actor(staff.administrator());

        ends(() -> suspendUser.suspend(id, REASON, carol));

        var generation = generations.of(id);
        suspendUser.suspend(id, REASON, carol);
        reinstateUser.reinstate(id, carol);
        assertThat(generations.of(id)).isEqualTo(generation);
    }

    @Test
    void anAdministratorWhomTheOperatorResets() {
        var carol = staff.administrator();

        resetAdministrator.reset(Optional.of(carol.username()));

        assertThat(generations.of(carol.id())).isPositive();
        endApprovals.resume(); // As the service does when it starts.
        assertThat(payments.oldestOf(carol.id())).isEqualTo(generations.of(carol.id()));
    }

    @Test
    void whatIsRefusedEndsNothing() {
        var carol = staff.actor(staff.administrator());

        resetPin.reset(id, "not the password", Optional.empty(), People.CALLER, Keep.nothing());
        changePassword.change(new ChangePassword.Request(id, here, "not the password", NEW_PASSWORD), People.CALLER);
        suspendUser.suspend(Administration.idOf(carol), REASON, carol);

        assertThat(generations.of(id)).isZero();
        assertThat(generations.of(Administration.idOf(carol))).isZero();
    }

    @Test
    void silenceOfTheWalletKeepsNobodyFromRenewingOrBeingSuspended() {
        var carol = staff.actor(staff.administrator());
        payments.fallSilent();

        assertThat(resetPin.reset(id, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing()))
                .isInstanceOf(ResetPin.Outcome.Reset.class);
        assertThat(suspendUser.suspend(id, REASON, carol)).isInstanceOf(Outcome.Done.class);

        assertThat(payments.oldestOf(id)).isZero();
    }

    @Test
    void approvalsAfterItAreOfTheNextGeneration() throws Exception {
        var reset = (ResetPin.Outcome.Reset)
                resetPin.reset(id, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());
        var bob = staff.customer();

        var given = (GiveApproval.Outcome.Given) giveApproval.give(
                id, reset.pin(), Optional.empty(), new Transfer(bob.id().value(), Money.tikTokens(100)), People.CALLER);

        assertThat(Claims.of(given.approval().token()).getLongClaim("generation"))
                .isEqualTo(payments.oldestOf(id));
    }

    /** What was approved before is dead at wallet-service when this returns. */
    private void ends(Runnable renewal) {
        var before = generations.of(id);

        renewal.run();

        assertThat(generations.of(id)).isGreaterThan(before);
        assertThat(payments.oldestOf(id)).isEqualTo(generations.of(id));
    }
}
