package io.tiktoken.auth.approval.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tiktoken.auth.approval.Operation;
import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be approved. */
record OperationRequest(
        @NotNull Type type,
        @NotNull UUID payee,
        @NotNull Money amount,
        @Nullable UUID orderId) {

    /** What kinds of operations there are. */
    enum Type {
        @JsonProperty("transfer")
        TRANSFER,
        @JsonProperty("purchase")
        PURCHASE
    }

    @AssertTrue(message = "must be more than 0.00 TTK")
    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
    boolean isAmountApprovable() {
        return amount == null || (amount.isPositive() && amount.currency().equals(Currency.TTK));
    }

    @AssertTrue(message = "belongs to a purchase, and to nothing else")
    boolean isOrderIdFitting() {
        return (type == Type.PURCHASE) == (orderId != null);
    }

    Operation toOperation() {
        return orderId == null ? new Transfer(payee, amount) : new Purchase(payee, amount, orderId);
    }
}
