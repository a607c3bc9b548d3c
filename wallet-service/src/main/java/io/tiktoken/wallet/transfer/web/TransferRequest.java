package io.tiktoken.wallet.transfer.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.TypedUsername;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.transfer.MaskedName;
import io.tiktoken.wallet.transfer.Note;
import io.tiktoken.wallet.transfer.SendTransfer;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What a sender asks for.
 *
 * @param to the receiver's username
 * @param approval the sender's, for exactly this receiver and amount
 */
record TransferRequest(
        @NotBlank @Size(max = 32) String to,
        @NotNull @TikTokens Money amount,
        @Nullable @CodePointLength(max = Note.LONGEST) String note,
        @NotNull @Size(max = 4096) String approval) {

    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
    TransferRequest {
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
        return "TransferRequest[to=%s, amount=%s]".formatted(to, amount);
    }
}
