package io.tiktoken.wallet.topup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why no money came in.
 *
 * @param declineCode what the card's bank gave as the reason; null when it was not asked
 */
public record Failure(Reason reason, @Nullable String declineCode) {

    /** The kinds of reasons that there are. */
    public enum Reason {
        CARD_DECLINED,
        PAYMENT_METHOD_UNKNOWN,
        LIMIT_EXCEEDED,
        WALLET_FROZEN,
        QUOTE_NOT_FOUND,
        QUOTE_REDEEMED,
        QUOTE_EXPIRED,
        /** The quote is for another amount than what was to be charged. */
        QUOTE_MISMATCH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Failure because(Reason reason) {
        return new Failure(reason, null);
    }
}
