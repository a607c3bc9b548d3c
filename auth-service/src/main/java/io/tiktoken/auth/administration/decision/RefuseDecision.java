package io.tiktoken.auth.administration.decision;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.DECISION_REFUSED;

import io.tiktoken.auth.administration.Administration;
import io.tiktoken.auth.administration.JointDecisions;
import io.tiktoken.auth.administration.Outcome;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decisions;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** An administrator does not agree to what another one asked for, or takes back having asked for it. */
@Service
public class RefuseDecision {

    private final Administration administration;
    private final Decisions decisions;
    private final JointDecisions jointDecisions;

    RefuseDecision(Administration administration, Decisions decisions, JointDecisions jointDecisions) {
        this.administration = administration;
        this.decisions = decisions;
        this.jointDecisions = jointDecisions;
    }

    public Outcome<Decision> refuse(UUID id, Actor by) {
        return decisions
                .find(id)
                .map(decision -> administration.act(
                        DECISION_REFUSED, by, new UserId(decision.subject()), _ -> jointDecisions.refuse(id, by)))
                .orElseGet(Outcome.Unknown::new);
    }
}
