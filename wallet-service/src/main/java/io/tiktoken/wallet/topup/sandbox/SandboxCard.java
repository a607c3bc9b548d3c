package io.tiktoken.wallet.topup.sandbox;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cards that the sandbox knows, with the names that Stripe's test mode gives them. */
enum SandboxCard {
    VISA("pm_card_visa", "Visa •••• 4242", null),
    MASTERCARD("pm_card_mastercard", "Mastercard •••• 4444", null),
    AMEX("pm_card_amex", "American Express •••• 8431", null),
    UNIONPAY("pm_card_unionpay", "UnionPay •••• 0005", null),
    DECLINED("pm_card_chargeDeclined", "Visa •••• 0002", "generic_decline"),
    INSUFFICIENT_FUNDS("pm_card_chargeDeclinedInsufficientFunds", "Visa •••• 9995", "insufficient_funds"),
    LOST("pm_card_chargeDeclinedLostCard", "Visa •••• 9987", "lost_card"),
    STOLEN("pm_card_chargeDeclinedStolenCard", "Visa •••• 9979", "stolen_card"),
    EXPIRED("pm_card_chargeDeclinedExpiredCard", "Visa •••• 0069", "expired_card"),
    WRONG_CVC("pm_card_chargeDeclinedIncorrectCvc", "Visa •••• 0127", "incorrect_cvc"),
    PROCESSING_ERROR("pm_card_chargeDeclinedProcessingError", "Visa •••• 0119", "processing_error");

    private final String token;
    private final String label;
    private final @Nullable String declineCode;

    SandboxCard(String token, String label, @Nullable String declineCode) {
        this.token = token;
        this.label = label;
        this.declineCode = declineCode;
    }

    static Optional<SandboxCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    String label() {
        return label;
    }

    Optional<String> declineCode() {
        return Optional.ofNullable(declineCode);
    }
}
