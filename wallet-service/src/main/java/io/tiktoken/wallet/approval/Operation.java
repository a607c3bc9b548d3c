package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One exact movement of money. What a person approved and what a service asks for must be equal in every part.
 *
 * @param type {@code purchase} or {@code transfer}
 * @param person whose money it is
 * @param order what is paid for; null when nothing is bought
 */
public record Operation(
        String type,
        UUID person,
        UUID payee,
        Money amount,
        @Nullable UUID order) {

    public static Operation purchase(UUID person, UUID payee, Money amount, UUID order) {
        return new Operation("purchase", person, payee, amount, order);
    }
}
