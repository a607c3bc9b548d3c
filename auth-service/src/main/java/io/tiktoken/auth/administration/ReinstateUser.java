package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.DecisionKind.REINSTATEMENT;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.USER_REINSTATED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import org.springframework.stereotype.Service;

/** Lets a suspended person in again. An administrator gets power back by that, which takes two like every other gain of it. */
@Service
public class ReinstateUser {

    private final Administration administration;
    private final JointDecisions jointDecisions;
    private final Accounts accounts;
    private final UserDirectory directory;
    private final SecurityEvents events;

    ReinstateUser(
            Administration administration,
            JointDecisions jointDecisions,
            Accounts accounts,
            UserDirectory directory,
            SecurityEvents events) {
        this.administration = administration;
        this.jointDecisions = jointDecisions;
        this.accounts = accounts;
        this.directory = directory;
        this.events = events;
    }

    public Outcome<UserDetails> reinstate(UserId whom, Actor by) {
        return administration.act(USER_REINSTATED, by, whom, user -> reinstated(user, by));
    }

    private Outcome<UserDetails> reinstated(User user, Actor by) {
        return user.administrator() && user.suspended()
                ? jointDecisions.request(REINSTATEMENT, user, null, by, () -> reinstateNow(user, by))
                : reinstateNow(user, by);
    }

    /** Called inside the write that decided it. */
    public Outcome<UserDetails> reinstateNow(User user, Actor by) {
        if (accounts.reinstate(user.id())) {
            events.record(USER_REINSTATED, by, user.id());
        }
        return Outcome.done(directory.get(user.id()));
    }
}
