package io.tiktoken.wallet.freeze.web;

import static java.util.Objects.requireNonNullElse;

import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.FreezeWallet;
import io.tiktoken.wallet.ledger.OwnerId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * What an administrator decides about a wallet.
 *
 * @param direction which way no money may go from now on; {@code NONE} lifts what there is
 */
record FreezeRequest(
        @NotNull Direction direction,

        @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE)
        String reason) {

    FreezeRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }

    FreezeWallet.Request about(UUID owner, Person administrator) {
        CardNumbers.refuse(reason);
        return new FreezeWallet.Request(
                new OwnerId(owner),
                direction,
                new Reason(reason),
                new Administrator(administrator.id(), administrator.username()));
    }
}
