package io.tiktoken.auth;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.session.DeviceName;
import io.tiktoken.auth.session.LogIn;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers people for tests: each one new, because what is written stays written. */
public final class People {

    public static final String PASSWORD = "correct horse battery";

    /** Somebody out there, at an address that is kept for documents. */
    public static final Actor CALLER = new Actor(null, "192.0.2.7");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final RegisterUser registerUser;

    public People(RegisterUser registerUser) {
        this.registerUser = registerUser;
    }

    public static Username newName() {
        return new Username("alice" + COUNT.incrementAndGet());
    }

    /** Somebody called Alice Lim, with {@link #PASSWORD}. */
    public Registered someone() {
        return (Registered) registerUser.register(
                new RegisterUser.Request(newName(), PASSWORD, new DisplayName("Alice Lim")), CALLER, Keep.nothing());
    }

    /** That this person logs in. */
    public static LogIn.Request logIn(User user, String password) {
        return new LogIn.Request(user.username().value(), password, Optional.empty(), DeviceName.UNKNOWN);
    }

    /** A PIN that is not this one. */
    public static Pin other(Pin pin) {
        var next = (Integer.parseInt(pin.digits()) + 1) % 1_000_000;
        return new Pin("%06d".formatted(next));
    }
}
