package io.tiktoken.auth.administration;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tiktoken.auth.administration.Outcome.Done;
import io.tiktoken.auth.administration.decision.ConfirmDecision;
import io.tiktoken.auth.administration.decision.ConfirmDecision.Confirmed;
import io.tiktoken.auth.administration.decision.RefuseDecision;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.DecisionFilter;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.decision.Effect;
import io.tiktoken.defaults.decision.Ruling;
import io.tiktoken.defaults.decision.Signatory;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tries everything that one dishonest administrator can do, in every order, up to a number of steps, and stops at the
 * first way to more power or to money. The verbs are the real ones on the real database; each try is undone by a savepoint, and
 * what leads to a situation that was seen before is not followed twice.
 */
@TestComponent
class LoneAttacker {

    /** How the honest administrator stands when it begins. */
    enum Honest {
        ABLE,
        WITHOUT_AUTHENTICATOR,
        SUSPENDED
    }

    /**
     * What came of it.
     *
     * @param situations how many different ones were reached
     * @param harm the steps that led to the first harm, and which it is; empty when there is none
     */
    record Findings(int situations, Optional<String> harm) {}

    /** Something that somebody does, by a name that means the same in every situation. */
    private record Step(String name, Runnable act) {}

    /** A recovery code that the attacker was shown. */
    private record Seen(User user, RecoveryCode code) {}

    /** Whom the attacker can act as, which codes the attacker knows, and whether money was made. */
    private record Gains(Set<User> own, Set<Seen> codes, boolean money) {}

    /** How somebody stands in the database. */
    private record Standing(
            String id, boolean administrator, @Nullable Long suspendedAt, String passwordHash, int authenticators) {}

    private static final Reason REASON = new Reason("Nothing good");
    private static final String ADJUSTMENT = "ADJUSTMENT";

    private final Staff staff;
    private final Administrators administrators;
    private final SuspendUser suspendUser;
    private final ReinstateUser reinstateUser;
    private final ChangeRoles changeRoles;
    private final IssueRecoveryCode issueRecoveryCode;
    private final RemoveTotp removeTotp;
    private final ForcePinReset forcePinReset;
    private final ConfirmDecision confirmDecision;
    private final RefuseDecision refuseDecision;
    private final Decisions decisions;
    private final Users users;
    private final Authenticators authenticators;
    private final SingleWriter writer;
    private final JdbcClient jdbc;

    private User mallory;
    private User twin;
    private User bob;
    private User alice;
    private List<User> everybody = List.of();
    private Gains gains = new Gains(Set.of(), Set.of(), false);
    private int depth;

    LoneAttacker(
            Staff staff,
            Administrators administrators,
            SuspendUser suspendUser,
            ReinstateUser reinstateUser,
            ChangeRoles changeRoles,
            IssueRecoveryCode issueRecoveryCode,
            RemoveTotp removeTotp,
            ForcePinReset forcePinReset,
            ConfirmDecision confirmDecision,
            RefuseDecision refuseDecision,
            Decisions decisions,
            Users users,
            Authenticators authenticators,
            SingleWriter writer,
            JdbcClient jdbc) {
        this.staff = staff;
        this.administrators = administrators;
        this.suspendUser = suspendUser;
        this.reinstateUser = reinstateUser;
        this.changeRoles = changeRoles;
        this.issueRecoveryCode = issueRecoveryCode;
        this.removeTotp = removeTotp;
        this.forcePinReset = forcePinReset;
        this.confirmDecision = confirmDecision;
        this.refuseDecision = refuseDecision;
        this.decisions = decisions;
        this.users = users;
        this.authenticators = authenticators;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    Findings search(Honest honest, int steps) {
        mallory = staff.onlyAdministrator();
        twin = staff.customer();
        alice = staff.customer();
        bob = staff.administrator();
        everybody = List.of(mallory, twin, bob, alice);
        gains = new Gains(Set.of(mallory, twin), Set.of(), false);
        switch (honest) {
            case ABLE -> {}
            case WITHOUT_AUTHENTICATOR -> staff.removeTotp(bob);
            case SUSPENDED -> staff.suspend(bob, Duration.ofDays(1));
        }
        return writer.write(() -> undone(() -> searched(steps)));
    }

    /** Level by level, so that the first harm found has the fewest steps. */
    private Findings searched(int steps) {
        var bobs = standingOf(bob);
        var seen = new HashSet<>(Set.of(situation()));
        var level = List.of(List.<String>of());
        for (var step = 0; step < steps; step++) {
            var next = new ArrayList<List<String>>();
            for (var path : level) {
                var harm = undone(() -> {
                    path.forEach(this::take);
                    return harmAfter(path, bobs, seen, next);
                });
                if (harm.isPresent()) {
                    return new Findings(seen.size(), harm);
                }
            }
            level = next;
        }
        return new Findings(seen.size(), Optional.empty());
    }

    private Optional<String> harmAfter(List<String> path, Standing bobs, Set<String> seen, List<List<String>> next) {
        for (var step : possible()) {
            var longer = Stream.concat(path.stream(), Stream.of(step.name())).toList();
            var harm = undone(() -> {
                step.act().run();
                if (seen.add(situation())) {
                    next.add(longer);
                }
                return harm(bobs);
            });
            if (harm.isPresent()) {
                return Optional.of("%s: %s".formatted(harm.get(), String.join(", then ", longer)));
            }
        }
        return Optional.empty();
    }

    private void take(String name) {
        possible().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow()
                .act()
                .run();
    }

    /** What nobody may achieve alone. */
    private Optional<String> harm(Standing bobs) {
        var now = administrators.now();
        if (gains.money()) {
            return Optional.of("money was made");
        }
        if (gains.own().stream().anyMatch(user -> now.areOnly(signatory(user)))) {
            return Optional.of("the attacker decides alone");
        }
        if (!standingOf(bob).equals(bobs) || gains.own().contains(bob)) {
            return Optional.of("bob lost power");
        }
        return Stream.of(twin, alice).anyMatch(user -> standingOf(user).administrator())
                ? Optional.of("another account gained power")
                : Optional.empty();
    }

    private List<Step> possible() {
        var steps = new ArrayList<Step>();
        for (var me : gains.own()) {
            if (standingOf(me).administrator()) {
                addActions(steps, me);
            }
            open().forEach(decision -> addDecisions(steps, me, decision));
        }
        gains.codes().forEach(seen -> steps.add(step(mallory, "uses the code of", seen.user(), () -> use(seen))));
        return steps;
    }

    private void addActions(List<Step> steps, User me) {
        var by = staff.actor(me);
        for (var whom : List.of(bob, twin)) {
            steps.add(step(me, "suspends", whom, () -> suspendUser.suspend(whom.id(), REASON, by)));
            steps.add(step(me, "reinstates", whom, () -> reinstateUser.reinstate(whom.id(), by)));
        }
        for (var whom : List.of(twin, alice)) {
            steps.add(step(me, "promotes", whom, () -> changeRoles.change(whom.id(), Set.of(Role.ADMIN), by)));
        }
        for (var whom : List.of(bob, me)) {
            steps.add(step(me, "demotes", whom, () -> changeRoles.change(whom.id(), Set.of(), by)));
        }
        for (var whom : List.of(bob, alice)) {
            steps.add(step(me, "issues a code to", whom, () -> {
                if (issueRecoveryCode.issue(whom.id(), REASON, by, Keep.nothing())
                        instanceof Done<RecoveryCode>(var code)) {
                    learn(whom, code);
                }
            }));
        }
        steps.add(step(me, "removes the authenticator of", bob, () -> removeTotp.remove(bob.id(), REASON, by)));
        steps.add(step(me, "resets the PIN of", bob, () -> forcePinReset.force(bob.id(), REASON, by)));
        steps.add(step(me, "asks for money for", me, () -> askForMoney(me)));
    }

    private void addDecisions(List<Step> steps, User me, Decision decision) {
        var what = "%s of".formatted(decision.kind());
        var whom = everybody.stream()
                .filter(user -> user.id().value().equals(decision.subject()))
                .findFirst()
                .orElseThrow();
        steps.add(step(me, "confirms " + what, whom, () -> confirm(decision, me, whom)));
        steps.add(step(me, "refuses " + what, whom, () -> refuseDecision.refuse(decision.id(), staff.actor(me))));
    }

    private void confirm(Decision decision, User me, User whom) {
        if (decision.kind().equals(ADJUSTMENT)) {
            note(decisions.confirm(decision.id(), signatory(me), administrators.now(), _ -> happens()));
        } else if (confirmDecision.confirm(decision.id(), staff.actor(me), Keep.nothing())
                instanceof Done<Confirmed>(var confirmed)) {
            confirmed.recoveryCode().ifPresent(code -> learn(whom, code));
        }
    }

    /** As wallet-service does with what it is told about the administrators. */
    private void askForMoney(User me) {
        var request = new Decisions.Request(
                ADJUSTMENT,
                mallory.id().value(),
                JsonNodeFactory.instance.objectNode(),
                REASON.text(),
                signatory(me),
                Duration.ofDays(7));
        if (open().stream().noneMatch(decision -> decision.kind().equals(ADJUSTMENT))) {
            note(decisions.request(request, administrators.now(), _ -> happens()));
        }
    }

    private void note(Ruling<String> ruling) {
        if (ruling instanceof Ruling.Confirmed) {
            gains = new Gains(gains.own(), gains.codes(), true);
        }
    }

    private static Effect<String> happens() {
        return new Effect<>("booked", true);
    }

    /** A new password, a log-in where no authenticator is asked for, and an authenticator of one's own. */
    private void use(Seen seen) {
        var user = seen.user();
        var next = RecoveryCode.random();
        var used = seen.code().hashFor(user.id());
        if (!users.recover(user.id(), used, next.hashFor(user.id()), "{argon2}another password")) {
            return;
        }
        learn(user, next);
        if (standingOf(user).suspendedAt() == null && !authenticators.isEnabled(user.id())) {
            staff.enableTotp(user);
            gains = new Gains(with(gains.own(), user), gains.codes(), gains.money());
        }
    }

    private void learn(User user, RecoveryCode code) {
        var others =
                gains.codes().stream().filter(seen -> !seen.user().equals(user)).collect(toUnmodifiableSet());
        gains = new Gains(gains.own(), with(others, new Seen(user, code)), gains.money());
    }

    private static <T> Set<T> with(Set<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).collect(toUnmodifiableSet());
    }

    private List<Decision> open() {
        var waiting = new DecisionFilter(null, null, Status.AWAITING_CONFIRMATION);
        return decisions.list(waiting, new PageQuery(100, null)).data();
    }

    /** Two situations with the same words offer the same steps. */
    private String situation() {
        return Stream.of(
                        standings().stream().map(Standing::toString),
                        open().stream()
                                .map(decision -> decision.kind()
                                        + decision.subject()
                                        + decision.requestedBy().id())
                                .sorted(),
                        gains.own().stream()
                                .map(user -> user.username().value())
                                .sorted(),
                        gains.codes().stream()
                                .map(seen -> seen.user().username().value())
                                .sorted())
                .map(part -> part.collect(joining(" ")))
                .collect(joining("; "));
    }

    private Standing standingOf(User user) {
        return standings().stream()
                .filter(standing -> standing.id().equals(user.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<Standing> standings() {
        return jdbc.sql("""
                        SELECT id, administrator, suspended_at, password_hash,
                            (SELECT count(*) FROM authenticators WHERE user_id = users.id) AS authenticators
                        FROM users WHERE id IN (:everybody) ORDER BY id""")
                .param(
                        "everybody",
                        everybody.stream().map(user -> user.id().toString()).toList())
                .query(Standing.class)
                .list();
    }

    private <T> T undone(Supplier<T> work) {
        var before = gains;
        var savepoint = "try_" + depth++;
        jdbc.sql("SAVEPOINT " + savepoint).update();
        try {
            return work.get();
        } finally {
            jdbc.sql("ROLLBACK TO " + savepoint).update();
            jdbc.sql("RELEASE " + savepoint).update();
            depth--;
            gains = before;
        }
    }

    private static Signatory signatory(User user) {
        return new Signatory(user.id().value(), user.username().value());
    }

    private static Step step(User me, String what, User whom, Runnable act) {
        return new Step("%s %s %s".formatted(me.username(), what, whom.username()), act);
    }
}
