package io.tiktoken.wallet.transfer.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.TypedUsername;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.transfer.MaskedName;
import io.tiktoken.wallet.transfer.Note;
import io.tiktoken.wallet.transfer.SendTransfer;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sends the caller's TikTokens to another person. */
@RestController
@ForCustomers
@Tag(name = "Transfers", description = "TikTokens from one person to another.")
class TransferController {

    /**
     * What a sender asks for.
     *
     * @param to the receiver's username
     * @param approval the sender's, for exactly this receiver and amount
     */
    record Request(
            @NotBlank @Size(max = 32) @Schema(example = "bob")
            String to,

            @NotNull @TikTokens Money amount,

            @Nullable @CodePointLength(max = Note.LONGEST) @Schema(example = "For lunch")
            String note,

            @NotNull @Size(max = 4096) @Schema(example = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi.eyJqdGkiOiI3.c2ln")
            String approval) {

        @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
        Request {
            to = to == null ? null : TypedUsername.read(to);
            note = Note.cleaned(note);
        }

        boolean isTo(Person person) {
            return to.equals(person.username());
        }

        SendTransfer.Request from(Person sender) {
            CardNumbers.refuse(to);
            CardNumbers.refuse(note);
            return new SendTransfer.Request(
                    new OwnerId(sender.id()), MaskedName.of(sender.username(), sender.name()), to, amount, note);
        }

        @Override
        public String toString() {
            return "Request[to=%s, amount=%s]".formatted(to, amount);
        }
    }

    private final Idempotency idempotency;
    private final SendTransfer sendTransfer;

    TransferController(Idempotency idempotency, SendTransfer sendTransfer) {
        this.idempotency = idempotency;
        this.sendTransfer = sendTransfer;
    }

    @PostMapping("/api/wallet/transfers")
    @Operation(
            summary = "Sends TikTokens to another person, once per key",
            description = "With the sender's approval of exactly this receiver and amount. A card number in the"
                    + " username or the note is refused with `card_number_refused`.")
    @ApiResponse(
            responseCode = "201",
            description = "Sent, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = Transaction.class)))
    @Refuses({
        Code.INSUFFICIENT_FUNDS,
        Code.LIMIT_EXCEEDED,
        Code.WALLET_FROZEN,
        Code.RECEIVER_LIMIT_EXCEEDED,
        Code.PAYEE_IS_YOURSELF,
        Code.APPROVAL_INVALID,
        Code.APPROVAL_EXPIRED,
        Code.APPROVAL_USED
    })
    ResponseEntity<?> send(Person sender, IdempotentRequest request, @Valid @RequestBody Request body) {
        if (body.isTo(sender)) {
            return Code.PAYEE_IS_YOURSELF.response();
        }
        var transfer = body.from(sender);
        return idempotency.once(
                request,
                body,
                () -> sendTransfer.judge(transfer, body.approval()),
                verdict -> TransferAnswer.of(sendTransfer.send(transfer, verdict), transfer.sender()));
    }
}
