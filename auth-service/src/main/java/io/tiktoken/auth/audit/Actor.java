package io.tiktoken.auth.audit;

import io.tiktoken.auth.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and from where.
 *
 * @param id a user's id or a machine client's; null while nobody knows who it is
 * @param address the caller's network address; null for what happens on the shop's own machine
 */
public record Actor(@Nullable String id, @Nullable String address) {

    /** What the shop does by itself, without being asked over the network. */
    public static final Actor THE_SHOP = new Actor(null, null);

    /** The same caller, now that it is known who it is. */
    public Actor knownAs(UserId user) {
        return new Actor(user.toString(), address);
    }
}
