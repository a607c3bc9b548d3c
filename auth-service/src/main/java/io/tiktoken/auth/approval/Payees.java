package io.tiktoken.auth.approval;

import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everybody who can be paid: people by transfer, merchants by purchase. */
@Component
class Payees {

    private final Users users;
    private final ShopSettings shop;

    Payees(Users users, ShopSettings shop) {
        this.users = users;
        this.shop = shop;
    }

    Optional<Payee> of(Operation operation) {
        return switch (operation) {
            case Transfer transfer -> users.byId(new UserId(transfer.payee())).map(Payee::of);
            case Purchase purchase ->
                Optional.of(shop)
                        .filter(shop -> shop.id().equals(purchase.payee()))
                        .map(Payee::of);
        };
    }
}
