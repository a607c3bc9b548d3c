package io.tiktoken.auth.totp;

import io.tiktoken.auth.Phone;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Gives people authenticators for tests. */
@TestComponent
public class Enrolled {

    /** Somebody's authenticator, with what was handed out beside it. */
    public record Authenticator(Phone phone, List<RecoveryCode> recoveryCodes, SettableClock clock) {

        /** What it shows now. */
        public Otp code() {
            return Otp.typed(phone.codeAt(clock.instant()));
        }

        public Otp wrongCode() {
            return Otp.typed(phone.wrongCodeAt(clock.instant()));
        }

        public Otp recoveryCode(int number) {
            return new Otp.Recovery(recoveryCodes.get(number));
        }
    }

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final SingleWriter writer;
    private final SettableClock clock;

    Enrolled(Authenticators authenticators, RecoveryCodes recoveryCodes, SingleWriter writer, SettableClock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.writer = writer;
        this.clock = clock;
    }

    /** The code that confirmed it is used up, so the clock stands at the next one. */
    public Authenticator enrol(UserId user) {
        var seed = Seed.random();
        var phone = new Phone(seed.base32());
        return writer.write(() -> {
            authenticators.enrol(user, seed);
            authenticators.confirm(user, Otp.code(phone.codeAt(clock.instant())));
            clock.advance(Duration.ofSeconds(TimeSteps.SECONDS));
            return new Authenticator(phone, recoveryCodes.replace(user), clock);
        });
    }
}
