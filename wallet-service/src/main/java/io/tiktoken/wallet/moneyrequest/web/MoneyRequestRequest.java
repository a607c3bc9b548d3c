package io.tiktoken.wallet.moneyrequest.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.TypedUsername;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import io.tiktoken.wallet.moneyrequest.Party;
import io.tiktoken.wallet.moneyrequest.RequestMoney;
import io.tiktoken.wallet.transfer.MaskedName;
import io.tiktoken.wallet.transfer.Note;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param from the payer's username
 */
record MoneyRequestRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{2,31}", message = "must be a username") @Schema(example = "bob")
        String from,

        @NotNull @TikTokens Money amount,

        @Nullable @CodePointLength(max = Note.LONGEST) @Schema(example = "For lunch")
        String note) {

    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
    MoneyRequestRequest {
        from = from == null ? null : TypedUsername.read(from);
        note = Note.cleaned(note);
    }

    RequestMoney.Request by(Person person) {
        CardNumbers.refuse(from);
        CardNumbers.refuse(note);
        return new RequestMoney.Request(
                new Party(new OwnerId(person.id()), person.username(), MaskedName.of(person.username(), person.name())),
                from,
                amount,
                note);
    }
}
