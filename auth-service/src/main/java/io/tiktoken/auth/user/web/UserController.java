package io.tiktoken.auth.user.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.ForService;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells people and wallet-service whom a username belongs to, and no more than is needed to notice a mistake. */
@RestController
@Tag(name = "Users", description = "Who can be paid.")
class UserController {

    /** What one person sees of another before paying them. */
    record MaskedView(
            UUID id,
            @Schema(example = "alice") String username,
            @Schema(example = "A••• T••") String displayName) {

        static MaskedView of(User user) {
            return new MaskedView(
                    user.id().value(),
                    user.username().value(),
                    user.displayName().masked());
        }
    }

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @GetMapping("/api/users/{username}")
    @Operation(summary = "Whom a username belongs to", description = "The name is masked.")
    @Refuses(Code.USERNAME_UNKNOWN)
    @ForCustomers
    MaskedView user(@PathVariable String username) {
        return Username.typed(username)
                .flatMap(users::byName)
                .map(MaskedView::of)
                .orElseThrow(Code.USERNAME_UNKNOWN::exception);
    }

    @GetMapping("/internal/users/{username}")
    @Operation(summary = "Whom a username belongs to, for wallet-service", description = "The name is masked.")
    @Refuses(Code.USERNAME_UNKNOWN)
    @ForService("users:read")
    MaskedView userForService(@PathVariable String username) {
        return user(username);
    }
}
