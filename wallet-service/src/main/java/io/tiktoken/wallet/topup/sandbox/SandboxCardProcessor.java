package io.tiktoken.wallet.topup.sandbox;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.topup.CardProcessor;
import io.tiktoken.wallet.topup.TopUpId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Charges cards that do not exist. It keeps its own records, as a real processor would, so that a charge
 * which is asked for again after a crash of ours is the one that was made.
 */
@Component
class SandboxCardProcessor implements CardProcessor {

    private final SingleWriter writer;
    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxCardProcessor(SingleWriter writer, JdbcClient jdbc, Clock clock) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Answer charge(TopUpId charge, Money amount, String paymentMethod) {
        return SandboxCard.of(paymentMethod)
                .map(card -> writer.write(() -> chargeOnce(charge, amount, paymentMethod)))
                .flatMap(SandboxCard::of)
                .map(SandboxCardProcessor::answer)
                .orElseGet(Answer.UnknownPaymentMethod::new);
    }

    /** Answers with the payment method of the first time, which decides for ever. */
    private String chargeOnce(TopUpId charge, Money amount, String paymentMethod) {
        return jdbc.sql("""
                        INSERT INTO sandbox_charges (id, payment_method, amount, currency, charged_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET id = excluded.id RETURNING payment_method
                        """)
                .params(
                        charge,
                        paymentMethod,
                        amount.amount(),
                        amount.currency().code(),
                        clock.millis())
                .query(String.class)
                .single();
    }

    private static Answer answer(SandboxCard card) {
        return card.declineCode().<Answer>map(Answer.Declined::new).orElseGet(() -> new Answer.Charged(card.label()));
    }
}
