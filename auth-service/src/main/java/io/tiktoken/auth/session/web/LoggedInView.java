package io.tiktoken.auth.session.web;

import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.web.UserView;

/** Who is logged in. */
record LoggedInView(UserView user) {

    static LoggedInView of(User user) {
        return new LoggedInView(UserView.of(user));
    }
}
