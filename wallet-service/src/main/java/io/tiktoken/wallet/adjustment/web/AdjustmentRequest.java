package io.tiktoken.wallet.adjustment.web;

import static java.util.Objects.requireNonNullElse;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import io.tiktoken.wallet.adjustment.RequestAdjustment;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.web.TikTokens;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator asks for.
 *
 * @param amount less than zero for what is to be taken out
 * @param reason the customer reads it, too
 * @param corrects the wallet's transaction that it puts right
 */
record AdjustmentRequest(
        @NotNull @TikTokens(mayBeNegative = true, message = "must be more or less than zero, in TTK")
        Money amount,

        @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE)
        String reason,

        @Nullable UUID corrects) {

    AdjustmentRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }

    RequestAdjustment.Request of(UUID owner, Administrator administrator) {
        CardNumbers.refuse(reason);
        return new RequestAdjustment.Request(new OwnerId(owner), amount, new Reason(reason), corrects, administrator);
    }
}
