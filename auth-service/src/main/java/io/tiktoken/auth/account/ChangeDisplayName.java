package io.tiktoken.auth.account;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.DISPLAY_NAME_CHANGED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets a person be called by another name; the username, by which they are paid, stays. */
@Service
public class ChangeDisplayName {

    private final Users users;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ChangeDisplayName(Users users, SecurityEvents events, SingleWriter writer) {
        this.users = users;
        this.events = events;
        this.writer = writer;
    }

    /**
     * The person under the new name, or nothing when there is no such person.
     *
     * @param typed cleaned as at registration; whoever types nothing is called by the username
     */
    public Optional<User> change(UserId id, String typed, Actor by) {
        return writer.write(() -> users.byId(id).flatMap(user -> {
            users.rename(id, DisplayName.typed(typed, user.username()));
            events.record(DISPLAY_NAME_CHANGED, by, id);
            return users.byId(id);
        }));
    }
}
