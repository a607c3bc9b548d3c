package io.tiktoken.order.purchase;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The customer's signed consent to pay exactly this order. We hand it to the wallet and cannot read it;
 * it never appears in a log.
 */
public record Approval(@JsonValue String token) {

    public Approval {
        requireNonNull(token, "approval");
    }

    @Override
    public String toString() {
        return "Approval[masked]";
    }
}
