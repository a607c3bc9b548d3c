package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.Administration.isSamePerson;
import static io.tiktoken.auth.administration.DecisionKind.ADMIN_GRANT;
import static io.tiktoken.auth.administration.DecisionKind.ADMIN_REMOVAL;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.ROLES_CHANGED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Makes an administrator of a person, or an ordinary customer of an administrator; everybody stays a customer. Their
 * sessions end, so that the next one has the new roles. Both take two administrators; but one's own role is one's own to give up.
 */
@Service
public class ChangeRoles {

    private final Administration administration;
    private final JointDecisions jointDecisions;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final UserDirectory directory;
    private final SecurityEvents events;

    ChangeRoles(
            Administration administration,
            JointDecisions jointDecisions,
            Administrators administrators,
            Accounts accounts,
            Sessions sessions,
            UserDirectory directory,
            SecurityEvents events) {
        this.administration = administration;
        this.jointDecisions = jointDecisions;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.directory = directory;
        this.events = events;
    }

    public Outcome<UserDetails> change(UserId whom, Set<Role> roles, Actor by) {
        return administration.act(ROLES_CHANGED, by, whom, user -> changed(user, roles.contains(Role.ADMIN), by));
    }

    private Outcome<UserDetails> changed(User user, boolean administrator, Actor by) {
        if (user.administrator() == administrator) {
            return Outcome.done(directory.get(user.id()));
        }
        if (isSamePerson(by, user.id())) {
            return changeNow(user, administrator, by);
        }
        return jointDecisions.request(
                administrator ? ADMIN_GRANT : ADMIN_REMOVAL, user, null, by, () -> changeNow(user, administrator, by));
    }

    /** Called inside the write that decided it. */
    public Outcome<UserDetails> changeNow(User user, boolean administrator, Actor by) {
        if (user.administrator() && !administrator && !administrators.includeAbleBesides(user.id())) {
            return Outcome.refused(Refusal.LAST_ADMINISTRATOR);
        }
        if (accounts.makeAdministrator(user.id(), administrator)) {
            if (administrator) {
                accounts.voidSeenRecoveryCode(user.id()); // Whoever issued it would have a second account that decides.
            }
            sessions.endAllOf(user.id());
            events.record(ROLES_CHANGED, by, user.id(), administrator ? "CUSTOMER, ADMIN" : "CUSTOMER");
        }
        return Outcome.done(directory.get(user.id()));
    }
}
