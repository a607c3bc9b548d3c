package io.tiktoken.auth.account.web;

import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.web.UserView;

/** Who somebody is, now that they changed it. */
record ProfileView(UserView user) {

    static ProfileView of(User user) {
        return new ProfileView(UserView.of(user));
    }
}
