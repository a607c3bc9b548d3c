package io.tiktoken.auth.user.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.ForService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells people and wallet-service whom a username belongs to, and no more than is needed to notice a mistake. */
@RestController
class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @Operation(summary = "Whom a username belongs to, the name masked")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ForCustomers
    @GetMapping("/api/users/{username}")
    MaskedUserView user(@PathVariable String username) {
        return Username.typed(username)
                .flatMap(users::byName)
                .map(MaskedUserView::of)
                .orElseThrow(() -> ProblemException.notFound("Nobody has this username"));
    }

    @Operation(summary = "Whom a username belongs to, the name masked")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ForService("users:read")
    @GetMapping("/internal/users/{username}")
    MaskedUserView userForService(@PathVariable String username) {
        return user(username);
    }
}
