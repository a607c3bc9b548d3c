package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.Refusal.NEEDS_ANOTHER_ADMINISTRATOR;
import static io.tiktoken.auth.administration.Refusal.NO_LONGER_ABLE;
import static io.tiktoken.auth.administration.Refusal.NO_LONGER_OPEN;
import static io.tiktoken.auth.administration.Refusal.TOTP_NOT_ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.Outcome.Done;
import io.tiktoken.auth.administration.removal.ConfirmTotpRemoval;
import io.tiktoken.auth.administration.removal.RefuseTotpRemoval;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer.AwaitingConfirmation;
import io.tiktoken.auth.administration.removal.RequestTotpRemoval.Answer.Removed;
import io.tiktoken.auth.administration.removal.TotpRemoval;
import io.tiktoken.auth.administration.removal.TotpRemoval.Status;
import io.tiktoken.auth.administration.removal.TotpRemovalId;
import io.tiktoken.auth.administration.removal.TotpRemovalSettings;
import io.tiktoken.auth.administration.removal.TotpRemovals;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdministrationTest
class TotpRemovalTests {

    static final Reason REASON = new Reason("Lost the phone; passport shown");

    @Autowired
    Staff staff;

    @Autowired
    RequestTotpRemoval request;

    @Autowired
    ConfirmTotpRemoval confirm;

    @Autowired
    RefuseTotpRemoval refuse;

    @Autowired
    TotpRemovals removals;

    @Autowired
    TotpRemovalSettings settings;

    @Autowired
    SuspendUser suspendUser;

    @Autowired
    ChangeRoles changeRoles;

    @Autowired
    Authenticators authenticators;

    @Autowired
    UserDirectory directory;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    User carol;
    User dave;
    User alice;

    @BeforeEach
    void twoAdministratorsAndAliceWithoutHerPhone() {
        carol = staff.onlyAdministrator();
        dave = staff.administrator();
        alice = staff.customer();
        staff.logIn(alice);
        staff.enableTotp(alice);
    }

    @Test
    void happensWhenAnotherAdministratorConfirms() {
        var removal = asked(carol);
        assertThat(removal.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(authenticators.isEnabled(alice.id())).isTrue();

        assertThat(confirm(removal, dave)).isEqualTo(Outcome.done(Status.REMOVED));

        assertThat(authenticators.isEnabled(alice.id())).isFalse();
        assertThat(directory.get(alice.id()).sessions()).isZero();
        assertThat(staff.eventsAbout(alice.id()).subList(0, 3))
                .containsExactly(
                        "TOTP_REMOVED by %s: %s".formatted(dave.id(), REASON),
                        "TOTP_REMOVAL_CONFIRMED by %s: requested by %s".formatted(dave.id(), carol.username()),
                        "TOTP_REMOVAL_REQUESTED by %s: %s".formatted(carol.id(), REASON));
    }

    @Test
    void happensAtOnceWhenNobodyElseCouldConfirm() {
        suspendUser.suspend(dave.id(), REASON, staff.actor(carol));

        assertThat(request(carol)).isEqualTo(Outcome.done(new Removed()));

        assertThat(authenticators.isEnabled(alice.id())).isFalse();
        assertThat(staff.eventsAbout(alice.id()).getFirst()).startsWith("TOTP_REMOVED by " + carol.id());
    }

    @Test
    void anAdministratorWithoutASecondFactorCouldNotConfirm() {
        writer.run(() -> authenticators.remove(dave.id()));

        assertThat(request(carol)).isEqualTo(Outcome.done(new Removed()));
    }

    @Test
    void aRequestThatWaitedGivesWayWhenNobodyIsLeftToConfirmIt() {
        var removal = asked(carol);
        suspendUser.suspend(dave.id(), REASON, staff.actor(carol));

        assertThat(request(carol)).isEqualTo(Outcome.done(new Removed()));
        assertThat(statusOf(removal)).isEqualTo(Status.LAPSED);
    }

    @Test
    void whoAskedCannotConfirm() {
        var removal = asked(carol);

        assertThat(confirm(removal, carol)).isEqualTo(Outcome.refused(NEEDS_ANOTHER_ADMINISTRATOR));

        assertThat(authenticators.isEnabled(alice.id())).isTrue();
        assertThat(staff.eventsAbout(alice.id()).getFirst())
                .isEqualTo("ADMINISTRATION_REFUSED by %s: TOTP_REMOVAL_CONFIRMED: NEEDS_ANOTHER_ADMINISTRATOR"
                        .formatted(carol.id()));
    }

    @Test
    void askingAgainAnswersTheOneThatIsOpen() {
        var first = asked(carol);

        assertThat(asked(dave)).isEqualTo(first);
        assertThat(asked(carol)).isEqualTo(first);
        assertThat(confirm(first, dave)).isInstanceOf(Done.class);
    }

    @Test
    void endsWithARefusalWhichTheOneWhoAskedMaySayToo() {
        var removal = asked(carol);
        assertThat(refuse.refuse(removal.id(), staff.actor(carol))).isEqualTo(Outcome.done(Status.REFUSED));

        assertThat(confirm(removal, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(refuse.refuse(removal.id(), staff.actor(dave))).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(authenticators.isEnabled(alice.id())).isTrue();
        assertThat(asked(dave).id()).isNotEqualTo(removal.id());
    }

    @Test
    void runsOut() {
        var removal = asked(carol);
        clock.advance(settings.lifetime().minusMillis(1));
        assertThat(removals.open(new PageQuery(100, null)).data()).contains(removal);

        clock.advance(Duration.ofMillis(1));

        assertThat(removals.open(new PageQuery(100, null)).data()).doesNotContain(removal);
        assertThat(confirm(removal, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(asked(carol).id()).isNotEqualTo(removal.id());
        assertThat(statusOf(removal)).isEqualTo(Status.LAPSED);
    }

    @Test
    void holdsOnlyAsLongAsWhoAskedIsAble() {
        var removal = asked(carol);
        var erin = staff.administrator();
        changeRoles.change(carol.id(), Set.of(), staff.actor(dave));

        assertThat(confirm(removal, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(removals.open(new PageQuery(100, null)).data()).doesNotContain(removal);
        assertThat(authenticators.isEnabled(alice.id())).isTrue();
        assertThat(asked(erin).id()).isNotEqualTo(removal.id());
    }

    @Test
    void isNotConfirmedByWhoIsNoLongerAble() {
        var removal = asked(carol);
        staff.administrator();
        suspendUser.suspend(dave.id(), REASON, staff.actor(carol));

        assertThat(confirm(removal, dave)).isEqualTo(Outcome.refused(NO_LONGER_ABLE));
        assertThat(authenticators.isEnabled(alice.id())).isTrue();
    }

    @Test
    void needsASecondFactorToRemove() {
        var removal = asked(carol);
        writer.run(() -> authenticators.remove(alice.id()));

        assertThat(request(carol)).isEqualTo(Outcome.refused(TOTP_NOT_ENABLED));
        assertThat(confirm(removal, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        var nothing = new TotpRemovalId(UUID.randomUUID());

        assertThat(confirm.confirm(nothing, staff.actor(dave))).isInstanceOf(Outcome.Unknown.class);
        assertThat(refuse.refuse(nothing, staff.actor(dave))).isInstanceOf(Outcome.Unknown.class);
    }

    @RepeatedTest(20)
    void ofConfirmationAndRefusalAtOnceOneWins() {
        var removal = asked(carol);
        var erin = staff.actor(staff.administrator());

        var outcomes = AtOnce.run(List.of(
                () -> confirm(removal, dave), () -> refuse.refuse(removal.id(), erin), () -> confirm(removal, dave)));

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.refused(NO_LONGER_OPEN)::equals).hasSize(2);
        assertThat(authenticators.isEnabled(alice.id())).isEqualTo(statusOf(removal) == Status.REFUSED);
    }

    private Outcome<Answer> request(User by) {
        return request.request(alice.id(), REASON, staff.actor(by));
    }

    private TotpRemoval asked(User by) {
        return ((AwaitingConfirmation) ((Done<Answer>) request(by)).result()).removal();
    }

    private Outcome<Status> confirm(TotpRemoval removal, User by) {
        return confirm.confirm(removal.id(), staff.actor(by));
    }

    private Status statusOf(TotpRemoval removal) {
        return removals.find(removal.id()).orElseThrow().status();
    }
}
