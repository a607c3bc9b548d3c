package io.tiktoken.auth.approval;

import io.tiktoken.auth.client.Merchant;
import io.tiktoken.auth.user.User;
import java.util.UUID;

/**
 * Who gets the money, as the giver may see them.
 *
 * @param username a merchant's name, for a merchant
 * @param name a person's masked display name; a merchant's in full
 */
record Payee(UUID id, String username, String name) {

    static Payee of(User user) {
        return new Payee(
                user.id().value(), user.username().value(), user.displayName().masked());
    }

    static Payee of(Merchant merchant) {
        return new Payee(merchant.id(), merchant.name(), merchant.name());
    }
}
