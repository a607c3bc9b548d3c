package io.tiktoken.wallet.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.TestApprovals;
import java.time.Instant;
import java.util.UUID;

/** Every call with which people move money, and which therefore needs an {@code Idempotency-Key}. */
enum MoneyCall {
    TRANSFER(true) {
        @Override
        Attempt attempt(Scene scene) {
            return new Attempt("/api/wallet/transfers", transfer(30_00, scene.approval(30_00)));
        }

        @Override
        Attempt other(Scene scene) {
            return new Attempt("/api/wallet/transfers", transfer(30_01, scene.approval(30_01)));
        }

        @Override
        Attempt tooLarge(Scene scene) {
            return new Attempt("/api/wallet/transfers", transfer(3_000_00, scene.approval(3_000_00)));
        }

        @Override
        Attempt wronglyApproved(Scene scene) {
            return new Attempt("/api/wallet/transfers", transfer(30_00, scene.approval(29_99)));
        }
    },

    PAYMENT_OF_A_REQUEST(true) {
        @Override
        Attempt attempt(Scene scene) {
            return payment(scene.moneyRequest(), scene.approval(30_00));
        }

        @Override
        Attempt other(Scene scene) {
            return payment(scene.anotherMoneyRequest(), scene.approval(30_00));
        }

        @Override
        Attempt tooLarge(Scene scene) {
            return attempt(scene);
        }

        @Override
        Attempt wronglyApproved(Scene scene) {
            return payment(scene.moneyRequest(), scene.approval(29_99));
        }
    },

    TOP_UP(false) {
        @Override
        Attempt attempt(Scene scene) {
            return new Attempt("/api/wallet/top-ups", topUp(30_00));
        }

        @Override
        Attempt other(Scene scene) {
            return new Attempt("/api/wallet/top-ups", topUp(30_01));
        }

        @Override
        Attempt tooLarge(Scene scene) {
            return new Attempt("/api/wallet/top-ups", topUp(30_000_00));
        }

        @Override
        Attempt wronglyApproved(Scene scene) {
            throw new UnsupportedOperationException("A top-up needs no approval");
        }
    };

    /** What is sent, and where. */
    record Attempt(String path, String body) {}

    /** Who sends, to whom, and the two money requests of 30.00 that the sender could pay. */
    record Scene(UUID alice, UUID bob, String moneyRequest, String anotherMoneyRequest) {

        String approval(long amount) {
            return TestApprovals.ofTransfer(
                    alice, bob, "bob", Money.tikTokens(amount), Instant.now().plusSeconds(100));
        }
    }

    private final boolean approved;

    MoneyCall(boolean approved) {
        this.approved = approved;
    }

    boolean isApproved() {
        return approved;
    }

    /** One that succeeds; each time with a new approval, as after entering the PIN again. */
    abstract Attempt attempt(Scene scene);

    /** Another request, which would succeed as well. */
    abstract Attempt other(Scene scene);

    /** One that the limits refuse; a payment when the day's is spent. */
    abstract Attempt tooLarge(Scene scene);

    abstract Attempt wronglyApproved(Scene scene);

    private static Attempt payment(String moneyRequest, String approval) {
        return new Attempt(
                "/api/wallet/money-requests/%s/payment".formatted(moneyRequest),
                "{\"approval\": \"%s\"}".formatted(approval));
    }

    private static String transfer(long amount, String approval) {
        return """
                {"to": "bob", "amount": {"amount": %d, "currency": "TTK"}, "approval": "%s"}
                """.formatted(amount, approval);
    }

    private static String topUp(long amount) {
        return """
                {"amount": {"amount": %d, "currency": "SGD"}, "paymentMethod": "pm_card_visa"}
                """.formatted(amount);
    }
}
