package io.tiktoken.auth.pin;

import io.tiktoken.auth.AuthServiceApplication;
import io.tiktoken.auth.People;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.registration.RegisterUser.Outcome.Registered;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.crypto.Secret;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in a process of its own, which guesses a PIN three times and is comparing a fourth when it dies. */
final class GuessesUntilKilled {

    private GuessesUntilKilled() {}

    public static void main(String[] arguments) {
        var service = started(arguments);
        var alice = (Registered) service.getBean(RegisterUser.class)
                .register(
                        new RegisterUser.Request(People.newName(), People.PASSWORD, new DisplayName("Alice Lim")),
                        People.CALLER,
                        Keep.nothing());
        var wrong = People.other(alice.pin());
        System.out.println("user " + alice.user().id());
        System.out.println("wrong PIN " + wrong.digits());
        var checkPin = checkPin(service);
        for (var guess = 1; guess <= 4; guess++) {
            checkPin.check(alice.user().id(), wrong, People.CALLER);
        }
    }

    static ConfigurableApplicationContext started(String... arguments) {
        return new SpringApplication(AuthServiceApplication.class).run(arguments);
    }

    private static CheckPin checkPin(ConfigurableApplicationContext service) {
        return new CheckPin(
                service.getBean(Pins.class),
                service.getBean(PinFailures.class),
                new NeverEndsTheFourth(),
                service.getBean(SecurityEvents.class),
                service.getBean(SingleWriter.class));
    }

    /** Finds every PIN wrong, and the fourth for ever. */
    static final class NeverEndsTheFourth extends PinHash {

        private int compared;

        NeverEndsTheFourth() {
            super(new PinSettings(new Secret("AA=="), 10));
        }

        @Override
        boolean matches(byte[] hash, UserId user, byte[] salt, Pin pin) {
            compared++;
            if (compared == 4) {
                System.out.println("comparing the fourth");
            }
            while (compared == 4) {
                LockSupport.park();
            }
            return false;
        }
    }
}
