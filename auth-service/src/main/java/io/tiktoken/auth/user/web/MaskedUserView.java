package io.tiktoken.auth.user.web;

import io.tiktoken.auth.user.User;
import java.util.UUID;

/** What one person sees of another before paying them. */
record MaskedUserView(UUID id, String username, String displayName) {

    static MaskedUserView of(User user) {
        return new MaskedUserView(
                user.id().value(), user.username().value(), user.displayName().masked());
    }
}
