package io.tiktoken.wallet.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.wallet.approval.ApprovalGenerations;
import io.tiktoken.wallet.ledger.OwnerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hears from auth-service whose approvals from before a renewal are dead. */
@RestController
@ForService("approvals:revoke")
@Tag(name = "Approvals", description = "For auth-service; every call may be repeated.")
class ApprovalGenerationController {

    /** A generation of one person's approvals: sent, the first that stays good; answered, the oldest that is good now. */
    record Generation(@Min(1) long generation) {}

    private final ApprovalGenerations approvalGenerations;

    ApprovalGenerationController(ApprovalGenerations approvalGenerations) {
        this.approvalGenerations = approvalGenerations;
    }

    @PutMapping("/internal/approval-generations/{userId}")
    @Operation(
            summary = "Ends all approvals of a person that are older than this generation",
            description =
                    "Nothing moves by one of them from the answer on. A lower number than before changes nothing.")
    @ApiResponse(responseCode = "200", description = "The oldest generation that is good now")
    Generation revoke(@PathVariable UUID userId, @Valid @RequestBody Generation body) {
        return new Generation(approvalGenerations.endBefore(new OwnerId(userId), body.generation()));
    }
}
