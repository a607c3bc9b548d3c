package io.tiktoken.auth.user;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hashes and checks passwords: slowly on purpose, a bounded number at a time, and never inside a
 * transaction, where everybody else would wait for it.
 */
@Component
public class Passwords {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    private final PasswordEncoder encoder;
    private final Semaphore turns;
    private final PasswordSettings settings;
    private final String hashOfNobody;

    Passwords(PasswordEncoder encoder, PasswordSettings settings) {
        this.encoder = encoder;
        this.settings = settings;
        this.turns = new Semaphore(settings.concurrentHashes(), true);
        this.hashOfNobody = encoded(UUID.randomUUID().toString());
    }

    /**
     * What is stored in place of the password.
     *
     * @throws PasswordsBusyException when there was no turn in time
     */
    public String hash(String password) {
        return inTurn(() -> encoded(normal(password)));
    }

    /**
     * Whether this is the password that was hashed.
     *
     * @throws PasswordsBusyException when there was no turn in time
     */
    public boolean match(String password, String hash) {
        return inTurn(() -> encoder.matches(normal(password), hash));
    }

    /**
     * The work of checking a password where there is none to check, so that an unknown name takes as long as
     * a known one.
     */
    public boolean matchNobody(String password) {
        match(password, hashOfNobody);
        return false;
    }

    /** Whether two passwords are one, whichever keyboard each was typed on. */
    public boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private <T> T inTurn(Supplier<T> hashing) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A password is hashed before the transaction begins, never inside");
        }
        if (!Turns.comesWithin(settings.longestWait(), turns)) {
            throw new PasswordsBusyException();
        }
        try {
            return hashing.get();
        } finally {
            turns.release();
        }
    }

    /** One spelling for what looks the same, whichever keyboard it was typed on. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private String encoded(String password) {
        return requireNonNull(encoder.encode(password));
    }
}
