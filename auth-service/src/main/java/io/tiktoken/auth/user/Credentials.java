package io.tiktoken.auth.user;

import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * A person together with the hash of their password, for those who check it.
 *
 * @param passwordIsOneTime somebody else has seen the password, so it must be changed before it opens administration
 */
public record Credentials(
        @Embedded(onEmpty = OnEmpty.USE_NULL) User user, String passwordHash, boolean passwordIsOneTime) {

    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
