package io.tiktoken.auth.approval;

import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.client.Merchants;
import io.tiktoken.auth.client.Merchants.Merchant;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everybody who can be paid: people by transfer, merchants by purchase. */
@Component
class Payees {

    /**
     * Who gets the money, as the giver may see them.
     *
     * @param username a merchant's name, for a merchant
     * @param name a person's masked display name; a merchant's in full
     */
    record Payee(UUID id, String username, String name) {

        private static Payee of(User user) {
            return new Payee(
                    user.id().value(),
                    user.username().value(),
                    user.displayName().masked());
        }

        private static Payee of(Merchant merchant) {
            return new Payee(merchant.id(), merchant.name(), merchant.name());
        }
    }

    private final Users users;
    private final Merchants merchants;

    Payees(Users users, Merchants merchants) {
        this.users = users;
        this.merchants = merchants;
    }

    Optional<Payee> of(Operation operation) {
        return switch (operation) {
            case Transfer transfer -> users.byId(new UserId(transfer.payee())).map(Payee::of);
            case Purchase purchase -> merchants.byId(purchase.payee()).map(Payee::of);
        };
    }
}
