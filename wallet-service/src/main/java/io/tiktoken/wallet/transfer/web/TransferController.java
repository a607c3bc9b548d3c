package io.tiktoken.wallet.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.transfer.SendTransfer;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sends the caller's TikTokens to another person. */
@RestController
@ForCustomers
@Tag(name = "Transfers")
class TransferController {

    private final Idempotency idempotency;
    private final SendTransfer sendTransfer;

    TransferController(Idempotency idempotency, SendTransfer sendTransfer) {
        this.idempotency = idempotency;
        this.sendTransfer = sendTransfer;
    }

    @PostMapping("/api/wallet/transfers")
    @Operation(summary = "Sends TikTokens to another person, once per key, with the sender's approval")
    @ApiResponse(
            responseCode = "201",
            description = "Sent, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = Transaction.class)))
    @ApiResponse(
            responseCode = "400",
            description =
                    "`card_number_refused`, `idempotency_key_missing`, `idempotency_key_invalid`, `validation_failed`, `malformed_request`")
    @ApiResponse(responseCode = "402", description = "`insufficient_funds`")
    @ApiResponse(
            responseCode = "403",
            description = "`approval_invalid`, `approval_expired`, `approval_used`, `wallet_frozen`")
    @ApiResponse(
            responseCode = "422",
            description = "`limit_exceeded`, `receiver_limit_exceeded`, `payee_is_yourself`, `idempotency_key_reused`")
    ResponseEntity<?> send(Person sender, IdempotentRequest request, @Valid @RequestBody TransferRequest body) {
        if (body.isTo(sender)) {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "payee_is_yourself", "You cannot send to yourself")
                    .response();
        }
        var transfer = body.from(sender);
        return idempotency.once(
                request,
                body,
                () -> sendTransfer.judge(transfer, body.approval()),
                verdict -> TransferAnswer.of(sendTransfer.send(transfer, verdict), transfer.sender()));
    }
}
