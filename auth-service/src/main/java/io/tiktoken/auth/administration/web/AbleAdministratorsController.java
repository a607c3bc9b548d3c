package io.tiktoken.auth.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.administration.Administrators;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.defaults.security.ForService;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells wallet-service who could confirm what an administrator asks for there. */
@RestController
@ForService("administrators:read")
@Tag(name = "Decisions")
class AbleAdministratorsController {

    /**
     * Who could act right now.
     *
     * @param able how many they are
     * @param holders how many hold the role, able or not: whoever is able and the only holder decides alone
     */
    record AbleView(int able, List<UUID> ids, int holders) {

        static AbleView of(Signatories signatories) {
            var ids = signatories.able().stream().sorted().toList();
            return new AbleView(ids.size(), ids, signatories.holders());
        }
    }

    private final Administrators administrators;

    AbleAdministratorsController(Administrators administrators) {
        this.administrators = administrators;
    }

    @GetMapping("/internal/administrators")
    @Operation(
            summary = "Who is able to administer right now, and how many hold the role",
            description = "Able is who has the role and a second factor, and is not suspended.")
    AbleView able() {
        return AbleView.of(administrators.now());
    }
}
