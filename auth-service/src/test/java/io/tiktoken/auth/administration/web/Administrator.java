package io.tiktoken.auth.administration.web;

import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Caller.Registered;
import io.tiktoken.auth.People;
import io.tiktoken.auth.Phone;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Instant;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes administrators who are logged in. */
@TestComponent
public class Administrator {

    private final Caller caller;
    private final SingleWriter writer;
    private final JdbcClient jdbc;

    Administrator(Caller caller, SingleWriter writer, JdbcClient jdbc) {
        this.caller = caller;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    /** The token of a new administrator with a second factor. */
    public String token() {
        return token(caller.register());
    }

    /** Somebody's token, now that they are an administrator with a second factor. */
    public String token(Registered person) {
        promote(person);
        return tokenAfterEnrolment(person);
    }

    /** Somebody's token, now that they have an authenticator. */
    public String tokenAfterEnrolment(Registered person) {
        var handle = caller.handleIn(caller.logIn(person.username(), People.PASSWORD));
        var before = Caller.text(caller.exchange(handle), "$.accessToken");
        var phone = new Phone(Caller.text(caller.post("/api/auth/totp", Map.of(), before), "$.secret"));
        caller.post("/api/auth/totp/confirm", Map.of("otp", phone.codeAt(Instant.now())), before);
        return Caller.text(caller.exchange(handle), "$.accessToken");
    }

    public String tokenWithoutSecondFactor() {
        var person = caller.register();
        promote(person);
        return caller.personToken(person);
    }

    /** Whoever administered before does so no more. */
    public void nobodyElse() {
        writer.run(() -> jdbc.sql("UPDATE users SET administrator = 0").update());
    }

    private void promote(Registered person) {
        writer.run(() -> jdbc.sql("UPDATE users SET administrator = 1 WHERE id = ?")
                .param(person.id())
                .update());
    }
}
