package io.tiktoken.auth.user.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import java.util.List;
import java.util.UUID;

/** What a person sees of themselves. */
public record UserView(
        UUID id,
        @Schema(example = "alice") String username,
        @Schema(example = "Alice Tan") String displayName,
        List<Role> roles) {

    public static UserView of(User user) {
        return new UserView(
                user.id().value(), user.username().value(), user.displayName().value(), user.roles());
    }
}
