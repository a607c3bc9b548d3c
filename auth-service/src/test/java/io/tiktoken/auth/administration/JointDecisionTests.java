package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.DecisionKind.ADMIN_GRANT;
import static io.tiktoken.auth.administration.DecisionKind.ADMIN_REMOVAL;
import static io.tiktoken.auth.administration.DecisionKind.RECOVERY_CODE;
import static io.tiktoken.auth.administration.DecisionKind.REINSTATEMENT;
import static io.tiktoken.auth.administration.DecisionKind.SUSPENSION;
import static io.tiktoken.auth.administration.DecisionKind.TOTP_REMOVAL;
import static io.tiktoken.auth.administration.Refusal.CANNOT_SUSPEND_YOURSELF;
import static io.tiktoken.auth.administration.Refusal.NEEDS_ANOTHER_ADMINISTRATOR;
import static io.tiktoken.auth.administration.Refusal.NOT_FOR_YOURSELF;
import static io.tiktoken.auth.administration.Refusal.NO_LONGER_ABLE;
import static io.tiktoken.auth.administration.Refusal.NO_LONGER_OPEN;
import static io.tiktoken.auth.administration.Refusal.REQUESTER_NO_LONGER_ABLE;
import static io.tiktoken.auth.administration.Refusal.TOTP_NOT_ENABLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.Outcome.Awaiting;
import io.tiktoken.auth.administration.Outcome.Done;
import io.tiktoken.auth.administration.decision.ConfirmDecision;
import io.tiktoken.auth.administration.decision.ConfirmDecision.Confirmed;
import io.tiktoken.auth.administration.decision.RefuseDecision;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What gives power, takes it or opens somebody's account takes two administrators. */
@AdministrationTest
class JointDecisionTests {

    static final Reason REASON = new Reason("Seen with both hands in the till");

    @Autowired
    Staff staff;

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
    ForcePinReset forcePinReset;

    @Autowired
    ConfirmDecision confirmDecision;

    @Autowired
    RefuseDecision refuseDecision;

    @Autowired
    Decisions decisions;

    @Autowired
    Administrators administrators;

    @Autowired
    UserDirectory directory;

    @Autowired
    SettableClock clock;

    User carol;
    User dave;
    User erin;

    @BeforeEach
    void threeAdministrators() {
        carol = staff.onlyAdministrator();
        dave = staff.administrator();
        erin = staff.administrator();
    }

    @ParameterizedTest
    @EnumSource(DecisionKind.class)
    void oneAsksAndNothingHappensUntilAnotherConfirms(DecisionKind kind) {
        var whom = subjectOf(kind);
        var before = directory.get(whom.id());

        var decision = asked(kind, whom, carol);

        assertThat(decision.status()).isEqualTo(Status.AWAITING_CONFIRMATION);
        assertThat(decision.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(directory.get(whom.id())).isEqualTo(before);
        assertThat(confirm(decision, carol)).isEqualTo(Outcome.refused(NEEDS_ANOTHER_ADMINISTRATOR));
        assertThat(directory.get(whom.id())).isEqualTo(before);

        var confirmed = done(confirm(decision, dave));

        assertThat(confirmed.decision().status()).isEqualTo(Status.CONFIRMED);
        assertThat(confirmed.decision().alone()).isFalse();
        assertThat(confirmed.recoveryCode().isPresent()).isEqualTo(kind == RECOVERY_CODE);
        if (kind != RECOVERY_CODE) {
            assertThat(directory.get(whom.id())).isNotEqualTo(before);
        }
        assertThat(confirm(decision, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(staff.eventsAbout(whom.id()))
                .contains(
                        "DECISION_REQUESTED by %s: %s".formatted(carol.id(), words(decision)),
                        "DECISION_CONFIRMED by %s: %s".formatted(dave.id(), words(decision)));
    }

    /** All but suspending an administrator: whoever is not suspended counts, so there would be two. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUSPENSION")
    void whoeverHoldsTheRoleWithNobodyElseDecidesAlone(DecisionKind kind) {
        var alone = staff.onlyAdministrator();
        var whom = kind == ADMIN_GRANT ? staff.customer() : staff.administrator();
        staff.suspend(whom, Duration.ofDays(30));

        assertThat(ask(kind, whom, alone)).isInstanceOf(Done.class);

        assertThat(staff.eventsAbout(whom.id()))
                .anyMatch(event -> event.startsWith("DECISION_CONFIRMED by " + alone.id())
                        && event.endsWith("(%s, alone)".formatted(alone.username())));
    }

    @Test
    void whomItIsAboutDoesNotConfirmIt() {
        for (var kind : List.of(SUSPENSION, ADMIN_REMOVAL, RECOVERY_CODE, TOTP_REMOVAL)) {
            assertThat(confirm(asked(kind, dave, carol), dave)).isEqualTo(Outcome.refused(NEEDS_ANOTHER_ADMINISTRATOR));
        }
        assertThat(directory.get(dave.id()).suspendedAt()).isNull();
        assertThat(directory.get(dave.id()).summary().secondFactor()).isTrue();
    }

    @Test
    void theCodeThatWasConfirmedIsTheOneThatOpens() {
        var before = staff.recoveryCodeHash(dave);
        var decision = asked(RECOVERY_CODE, dave, carol);
        assertThat(staff.recoveryCodeHash(dave)).isEqualTo(before);

        var code = done(confirm(decision, erin)).recoveryCode().orElseThrow();

        assertThat(staff.recoveryCodeHash(dave)).isEqualTo(code.hashFor(dave.id()));
    }

    /** Whoever issued it would otherwise have a second account that decides. */
    @Test
    void aCodeThatAnAdministratorHasSeenDoesNotOutliveAPromotion() {
        var seen = staff.customer();
        var unseen = staff.customer();
        var own = staff.recoveryCodeHash(unseen);
        var code = ((Done<RecoveryCode>) issueRecoveryCode.issue(seen.id(), REASON, staff.actor(carol), Keep.nothing()))
                .result();

        confirm(asked(ADMIN_GRANT, seen, carol), dave);
        confirm(asked(ADMIN_GRANT, unseen, carol), dave);

        assertThat(staff.recoveryCodeHash(seen)).isNotEqualTo(code.hashFor(seen.id()));
        assertThat(staff.recoveryCodeHash(unseen)).isEqualTo(own);
    }

    @Test
    void customersAreLookedAfterByOne() {
        var alice = staff.customer();

        assertThat(ask(SUSPENSION, alice, carol)).isInstanceOf(Done.class);
        assertThat(ask(REINSTATEMENT, alice, carol)).isInstanceOf(Done.class);
        assertThat(ask(RECOVERY_CODE, alice, carol)).isInstanceOf(Done.class);
        assertThat(staff.eventsAbout(alice.id())).noneMatch(event -> event.startsWith("DECISION"));
    }

    /** It opens no administration, and locks nobody out of it. */
    @Test
    void anAdministratorsPinIsResetByOne() {
        assertThat(forcePinReset.force(dave.id(), REASON, staff.actor(carol))).isInstanceOf(Done.class);
        assertThat(administrators.includeAble(dave.id())).isTrue();
    }

    @Test
    void nobodyAsksForTheirOwn() {
        assertThat(ask(SUSPENSION, carol, carol)).isEqualTo(Outcome.refused(CANNOT_SUSPEND_YOURSELF));
        assertThat(ask(RECOVERY_CODE, carol, carol)).isEqualTo(Outcome.refused(NOT_FOR_YOURSELF));
    }

    @Test
    void whatIsSoAlreadyIsNotAskedFor() {
        staff.suspend(dave, Duration.ofHours(1));

        assertThat(ask(SUSPENSION, dave, carol)).isInstanceOf(Done.class);
        assertThat(ask(REINSTATEMENT, erin, carol)).isInstanceOf(Done.class);
        assertThat(ask(ADMIN_GRANT, erin, carol)).isInstanceOf(Done.class);
        assertThat(ask(ADMIN_REMOVAL, staff.customer(), carol)).isInstanceOf(Done.class);
        assertThat(ask(TOTP_REMOVAL, staff.customer(), carol)).isEqualTo(Outcome.refused(TOTP_NOT_ENABLED));
    }

    @Test
    void askingAgainAnswersTheOneThatIsOpen() {
        var first = asked(SUSPENSION, erin, carol);

        assertThat(asked(SUSPENSION, erin, dave)).isEqualTo(first);
        assertThat(asked(SUSPENSION, erin, carol)).isEqualTo(first);
        assertThat(asked(ADMIN_REMOVAL, erin, carol).id()).isNotEqualTo(first.id());
        assertThat(staff.eventsAbout(erin.id()))
                .filteredOn(event -> event.contains("SUSPENSION: "))
                .hasSize(1);
        assertThat(confirm(first, dave)).isInstanceOf(Done.class);
    }

    @Test
    void holdsOnlyAsLongAsWhoAskedIsAble() {
        var alice = customerWithTotp();
        var decision = asked(TOTP_REMOVAL, alice, carol);
        staff.removeTotp(carol);

        assertThat(confirm(decision, dave)).isEqualTo(Outcome.refused(REQUESTER_NO_LONGER_ABLE));
        var another = asked(TOTP_REMOVAL, alice, erin);

        assertThat(another.id()).isNotEqualTo(decision.id());
        assertThat(read(decision).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void isNotDecidedByWhoIsNoLongerAble() {
        var decision = asked(SUSPENSION, erin, carol);
        staff.suspend(dave, Duration.ZERO);

        assertThat(confirm(decision, dave)).isEqualTo(Outcome.refused(NO_LONGER_ABLE));
        assertThat(refuse(decision, dave)).isEqualTo(Outcome.refused(NO_LONGER_ABLE));
        assertThat(read(decision)).isEqualTo(decision);
    }

    @Test
    void runsOut() {
        var decision = asked(SUSPENSION, erin, carol);
        clock.advance(Duration.ofHours(24));

        assertThat(confirm(decision, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(asked(SUSPENSION, erin, carol).id()).isNotEqualTo(decision.id());
        assertThat(directory.get(erin.id()).suspendedAt()).isNull();
    }

    @Test
    void isRefusedByTheOthersAndWithdrawnByWhoAsked() {
        var refused = asked(SUSPENSION, erin, carol);
        var withdrawn = asked(ADMIN_REMOVAL, erin, carol);

        assertThat(refuse(refused, erin)).isInstanceOf(Done.class);
        assertThat(refuse(withdrawn, carol)).isInstanceOf(Done.class);

        assertThat(read(refused).status()).isEqualTo(Status.REFUSED);
        assertThat(read(withdrawn).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(confirm(refused, dave)).isEqualTo(Outcome.refused(NO_LONGER_OPEN));
        assertThat(staff.eventsAbout(erin.id()))
                .contains(
                        "DECISION_REFUSED by %s: %s".formatted(erin.id(), words(refused)),
                        "DECISION_WITHDRAWN by %s: %s".formatted(carol.id(), words(withdrawn)));
    }

    @Test
    void whatCannotHappenAnyMoreStaysUndecided() {
        var alice = customerWithTotp();
        var decision = asked(TOTP_REMOVAL, alice, carol);
        staff.removeTotp(alice);

        assertThat(confirm(decision, dave)).isEqualTo(Outcome.refused(TOTP_NOT_ENABLED));
        assertThat(read(decision)).isEqualTo(decision);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(confirmDecision.confirm(UUID.randomUUID(), staff.actor(dave), Keep.nothing()))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(refuseDecision.refuse(UUID.randomUUID(), staff.actor(dave))).isInstanceOf(Outcome.Unknown.class);
    }

    @RepeatedTest(20)
    void twoWhoSuspendEachOtherAtOnceBothStay() {
        AtOnce.run(List.of(() -> ask(SUSPENSION, dave, carol), () -> ask(SUSPENSION, carol, dave)));

        assertThat(administrators.includeAble(carol.id())).isTrue();
        assertThat(administrators.includeAble(dave.id())).isTrue();
    }

    @RepeatedTest(20)
    void ofConfirmationAndRefusalAtOnceOneWins() {
        var decision = asked(SUSPENSION, dave, carol);
        var frank = staff.administrator();

        var outcomes = AtOnce.run(
                List.of(() -> confirm(decision, erin), () -> refuse(decision, frank), () -> confirm(decision, frank)));

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.refused(NO_LONGER_OPEN)::equals).hasSize(2);
        assertThat(administrators.includeAble(dave.id()))
                .isEqualTo(read(decision).status() == Status.REFUSED);
    }

    @ParameterizedTest(name = "with another one suspended {0} days ago, the shop has {1} administrators")
    @CsvSource({"0, 2", "29, 2", "30, 1", "365, 1"})
    void whoIsSuspendedCountsForThirtyDays(int days, int holders) {
        var alone = staff.onlyAdministrator();
        staff.suspend(staff.administrator(), Duration.ofDays(days));

        var now = administrators.now();

        assertThat(now.holders()).isEqualTo(holders);
        assertThat(now.able()).containsExactly(alone.id().value());
    }

    private User subjectOf(DecisionKind kind) {
        return switch (kind) {
            case ADMIN_GRANT -> staff.customer();
            case TOTP_REMOVAL -> customerWithTotp();
            case REINSTATEMENT -> {
                staff.suspend(erin, Duration.ofHours(1));
                yield erin;
            }
            case SUSPENSION, ADMIN_REMOVAL, RECOVERY_CODE -> erin;
        };
    }

    private User customerWithTotp() {
        var alice = staff.customer();
        staff.enableTotp(alice);
        return alice;
    }

    private Outcome<?> ask(DecisionKind kind, User whom, User by) {
        var actor = staff.actor(by);
        return switch (kind) {
            case SUSPENSION -> suspendUser.suspend(whom.id(), REASON, actor);
            case REINSTATEMENT -> reinstateUser.reinstate(whom.id(), actor);
            case ADMIN_GRANT -> changeRoles.change(whom.id(), Set.of(Role.ADMIN), actor);
            case ADMIN_REMOVAL -> changeRoles.change(whom.id(), Set.of(), actor);
            case RECOVERY_CODE -> issueRecoveryCode.issue(whom.id(), REASON, actor, Keep.nothing());
            case TOTP_REMOVAL -> removeTotp.remove(whom.id(), REASON, actor);
        };
    }

    private Decision asked(DecisionKind kind, User whom, User by) {
        return ((Awaiting<?>) ask(kind, whom, by)).decision();
    }

    private Outcome<Confirmed> confirm(Decision decision, User by) {
        return confirmDecision.confirm(decision.id(), staff.actor(by), Keep.nothing());
    }

    private Outcome<Decision> refuse(Decision decision, User by) {
        return refuseDecision.refuse(decision.id(), staff.actor(by));
    }

    private Decision read(Decision decision) {
        return decisions.find(decision.id()).orElseThrow();
    }

    private static String words(Decision decision) {
        var reason = decision.reason() == null ? "no reason given" : decision.reason();
        return "%s: %s (%s)"
                .formatted(decision.kind(), reason, decision.requestedBy().name());
    }

    private static <T> T done(Outcome<T> outcome) {
        return ((Done<T>) outcome).result();
    }
}
