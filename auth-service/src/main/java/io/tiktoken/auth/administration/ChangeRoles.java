package io.tiktoken.auth.administration;

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
 * sessions end, so that the next one has the new roles.
 */
@Service
public class ChangeRoles {

    private final Administration administration;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final UserDirectory directory;
    private final SecurityEvents events;

    ChangeRoles(
            Administration administration,
            Administrators administrators,
            Accounts accounts,
            Sessions sessions,
            UserDirectory directory,
            SecurityEvents events) {
        this.administration = administration;
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
        if (user.administrator() && !administrator && !administrators.includeAbleBesides(user.id())) {
            return Outcome.refused(Refusal.LAST_ADMINISTRATOR);
        }
        if (accounts.makeAdministrator(user.id(), administrator)) {
            sessions.endAllOf(user.id());
            events.record(ROLES_CHANGED, by, user.id(), administrator ? "CUSTOMER, ADMIN" : "CUSTOMER");
        }
        return Outcome.done(directory.get(user.id()));
    }
}
