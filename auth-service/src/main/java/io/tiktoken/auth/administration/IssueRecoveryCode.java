package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.Administration.isSamePerson;
import static io.tiktoken.auth.administration.DecisionKind.RECOVERY_CODE;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.RECOVERY_CODE_ISSUED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.text.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Gives a person who lost password and recovery code a new code, after the administrator has checked who they are. The
 * old code opens nothing from then on. Nobody does it for themselves: a session left open must not become a password.
 *
 * <p>For an administrator it takes two, and the one who confirms is shown the code: it is made in that moment and never
 * stored, and asking for it alone opens nobody's account.
 */
@Service
public class IssueRecoveryCode {

    private final Administration administration;
    private final JointDecisions jointDecisions;
    private final Accounts accounts;
    private final SecurityEvents events;

    IssueRecoveryCode(
            Administration administration, JointDecisions jointDecisions, Accounts accounts, SecurityEvents events) {
        this.administration = administration;
        this.jointDecisions = jointDecisions;
        this.accounts = accounts;
        this.events = events;
    }

    /**
     * Issues the next code.
     *
     * @param reason says how it was checked who they are
     */
    public Outcome<RecoveryCode> issue(UserId whom, Reason reason, Actor by, Keep<RecoveryCode> keep) {
        return administration.act(RECOVERY_CODE_ISSUED, by, whom, user -> issued(user, reason.text(), by, keep));
    }

    private Outcome<RecoveryCode> issued(User user, String reason, Actor by, Keep<RecoveryCode> keep) {
        if (isSamePerson(by, user.id())) {
            return Outcome.refused(Refusal.NOT_FOR_YOURSELF);
        }
        return user.administrator()
                ? jointDecisions.request(RECOVERY_CODE, user, reason, by, () -> issueNow(user, reason, by, keep))
                : issueNow(user, reason, by, keep);
    }

    /** Called inside the write that decided it. */
    public Outcome<RecoveryCode> issueNow(User user, @Nullable String reason, Actor by, Keep<RecoveryCode> keep) {
        var code = RecoveryCode.random();
        accounts.replaceRecoveryCode(user.id(), code);
        events.record(RECOVERY_CODE_ISSUED, by, user.id(), reason);
        keep.keep(user.id().toString(), code);
        return Outcome.done(code);
    }
}
