package io.tiktoken.auth.administration.decision;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.DECISION_CONFIRMED;

import io.tiktoken.auth.administration.Administration;
import io.tiktoken.auth.administration.ChangeRoles;
import io.tiktoken.auth.administration.DecisionKind;
import io.tiktoken.auth.administration.IssueRecoveryCode;
import io.tiktoken.auth.administration.JointDecisions;
import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.administration.ReinstateUser;
import io.tiktoken.auth.administration.RemoveTotp;
import io.tiktoken.auth.administration.SuspendUser;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decisions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A second administrator agrees to what another one asked for, and it happens. */
@Service
public class ConfirmDecision {

    /**
     * What was confirmed.
     *
     * @param recoveryCode of somebody who gets a new one, shown to who confirmed it
     */
    public record Confirmed(Decision decision, Optional<RecoveryCode> recoveryCode) {}

    private final Administration administration;
    private final Decisions decisions;
    private final JointDecisions jointDecisions;
    private final SuspendUser suspendUser;
    private final ReinstateUser reinstateUser;
    private final ChangeRoles changeRoles;
    private final IssueRecoveryCode issueRecoveryCode;
    private final RemoveTotp removeTotp;

    ConfirmDecision(
            Administration administration,
            Decisions decisions,
            JointDecisions jointDecisions,
            SuspendUser suspendUser,
            ReinstateUser reinstateUser,
            ChangeRoles changeRoles,
            IssueRecoveryCode issueRecoveryCode,
            RemoveTotp removeTotp) {
        this.administration = administration;
        this.decisions = decisions;
        this.jointDecisions = jointDecisions;
        this.suspendUser = suspendUser;
        this.reinstateUser = reinstateUser;
        this.changeRoles = changeRoles;
        this.issueRecoveryCode = issueRecoveryCode;
        this.removeTotp = removeTotp;
    }

    public Outcome<Confirmed> confirm(UUID id, Actor by, Keep<Confirmed> keep) {
        return decisions
                .find(id)
                .map(decision -> administration.act(
                        DECISION_CONFIRMED, by, new UserId(decision.subject()), user -> confirmed(id, user, by, keep)))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome<Confirmed> confirmed(UUID id, User user, Actor by, Keep<Confirmed> keep) {
        return jointDecisions
                .confirm(id, by, decision -> effect(decision, user, by))
                .map(code -> new Confirmed(decisions.find(id).orElseThrow(), code))
                .map(confirmed -> kept(confirmed, user, keep));
    }

    private static Confirmed kept(Confirmed confirmed, User user, Keep<Confirmed> keep) {
        keep.keep(user.id().toString(), confirmed);
        return confirmed;
    }

    private Outcome<Optional<RecoveryCode>> effect(Decision decision, User user, Actor by) {
        var reason = decision.reason();
        return switch (DecisionKind.valueOf(decision.kind())) {
            case SUSPENSION -> suspendUser.suspendNow(user, reason, by).map(_ -> Optional.empty());
            case REINSTATEMENT -> reinstateUser.reinstateNow(user, by).map(_ -> Optional.empty());
            case ADMIN_GRANT -> changeRoles.changeNow(user, true, by).map(_ -> Optional.empty());
            case ADMIN_REMOVAL -> changeRoles.changeNow(user, false, by).map(_ -> Optional.empty());
            case RECOVERY_CODE ->
                issueRecoveryCode.issueNow(user, reason, by, Keep.nothing()).map(Optional::of);
            case TOTP_REMOVAL -> removeTotp.removeNow(user, reason, by).map(_ -> Optional.empty());
        };
    }
}
