package io.tiktoken.auth.user;

import java.util.List;

/**
 * A person who registered here.
 *
 * @param suspended may do nothing until an administrator says otherwise; their money stays untouched
 */
public record User(UserId id, Username username, DisplayName displayName, boolean administrator, boolean suspended) {

    public List<Role> roles() {
        return administrator ? List.of(Role.CUSTOMER, Role.ADMIN) : List.of(Role.CUSTOMER);
    }
}
