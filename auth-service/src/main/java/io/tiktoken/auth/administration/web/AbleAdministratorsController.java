package io.tiktoken.auth.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.administration.Administrators;
import io.tiktoken.auth.user.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells wallet-service who could confirm what an administrator asks for there. */
@RestController
class AbleAdministratorsController {

    /** How many they are, and who. */
    record AbleView(int able, List<UUID> ids) {}

    private final Administrators administrators;

    AbleAdministratorsController(Administrators administrators) {
        this.administrators = administrators;
    }

    @GetMapping("/internal/administrators")
    @Operation(summary = "Who is able to administer right now: has the role and a second factor, and is not suspended")
    @ApiResponse(responseCode = "200", description = "All of them")
    AbleView able() {
        var able = administrators.able().stream().map(UserId::value).toList();
        return new AbleView(able.size(), able);
    }
}
