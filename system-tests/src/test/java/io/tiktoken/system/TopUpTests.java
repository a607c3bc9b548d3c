package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Foreign money goes into a wallet by a quote, which is used up by the top-up that brings it and by no other. */
@InTheShop
class TopUpTests {

    private static final Money FIFTY_DOLLARS = new Money(50_00, "USD");

    private final Visitor visitor;
    private final Customer alice;

    TopUpTests(Shop shop) {
        this.visitor = new Visitor(shop);
        this.alice = Customer.registers(shop, "alice");
    }

    @Test
    void whatWasRefusedIsTriedAgainWithTheSameQuoteAndThenItIsUsed() {
        var quoted = alice.browser()
                .post("/api/fx/quotes", Map.of("from", FIFTY_DOLLARS))
                .expect(201)
                .body();
        var quote = quoted.path("id").asString();

        topUp(FIFTY_DOLLARS, "pm_card_chargeDeclined", quote).expectProblem(402, "card_declined");
        topUp(FIFTY_DOLLARS, "pm_card_nobodyKnows", quote).expectProblem(422, "payment_method_unknown");
        topUp(new Money(50_01, "USD"), "pm_card_visa", quote).expectProblem(422, "quote_mismatch");
        topUp(FIFTY_DOLLARS, "4242 4242 4242 4242", quote).expectProblem(400, "card_number_refused");
        topUp(FIFTY_DOLLARS, "pm_card_visa", quote).expect(201);
        topUp(FIFTY_DOLLARS, "pm_card_visa", quote).expectProblem(409, "quote_redeemed");

        assertThat(alice.wallet().balance()).isEqualTo(Answer.read(quoted.path("to"), Money.class));
        visitor.provesTheLedger();
    }

    private Answer topUp(Money amount, String paymentMethod, String quote) {
        var body = Map.of("amount", amount, "paymentMethod", paymentMethod, "quoteId", quote);
        return alice.browser().post("/api/wallet/top-ups", body, UUID.randomUUID());
    }
}
