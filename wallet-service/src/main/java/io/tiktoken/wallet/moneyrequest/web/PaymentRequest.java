package io.tiktoken.wallet.moneyrequest.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a payer sends.
 *
 * @param approval the payer's, for a transfer of the amount to the requester
 */
record PaymentRequest(@NotNull @Size(max = 4096) String approval) {

    @Override
    public String toString() {
        return "PaymentRequest[not shown]";
    }
}
