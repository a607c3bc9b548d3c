package io.tiktoken.auth.user;

import java.util.List;

/** A person who registered here. */
public record User(UserId id, Username username, DisplayName displayName, boolean administrator) {

    public List<Role> roles() {
        return administrator ? List.of(Role.CUSTOMER, Role.ADMIN) : List.of(Role.CUSTOMER);
    }
}
