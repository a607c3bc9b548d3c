package io.tiktoken.auth.approval;

import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.client.Merchants;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everybody who can be paid: people by transfer, merchants by purchase. */
@Component
class Payees {

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
