package io.tiktoken.auth.session;

import io.tiktoken.auth.user.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In which sessions the second factor was shown; their tokens tell it. Everything here is called inside a write. */
@Repository
public class SecondFactors {

    private final JdbcClient jdbc;

    SecondFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void shownIn(SessionHandle handle) {
        jdbc.sql("UPDATE sessions SET second_factor = 1 WHERE handle_hash = ?")
                .param(handle.hash())
                .update();
    }

    /** A session that began without it has shown it now. */
    public void shownIn(SessionId session) {
        jdbc.sql("UPDATE sessions SET second_factor = 1 WHERE id = ?")
                .param(session.toString())
                .update();
    }

    /** There is no second factor any more, so no session has shown one. */
    public void forgetAllOf(UserId user) {
        jdbc.sql("UPDATE sessions SET second_factor = 0 WHERE user_id = ?")
                .param(user.toString())
                .update();
    }
}
