package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class PasswordsTests {

    final Hashing hashing = new Hashing();
    final Passwords passwords = new Passwords(hashing, new PasswordSettings(1, Duration.ofMillis(50)));

    @Test
    void anUnknownNameCostsTheSameWorkAsAKnownOne() {
        var hash = passwords.hash("a password");
        hashing.comparisons.set(0);

        passwords.match("another password", hash);
        var known = hashing.comparisons.getAndSet(0);
        passwords.matchNobody("another password");

        assertThat(hashing.comparisons).hasValue(known).hasPositiveValue();
    }

    @Test
    void theSamePasswordFromAnotherKeyboardMatches() {
        var composed = "caf\u00e9 au lait";
        var decomposed = "cafe\u0301 au lait";

        assertThat(passwords.match(decomposed, passwords.hash(composed))).isTrue();
    }

    @Test
    void whoeverGetsNoTurnInTimeIsSentAwayAndTheNextOneIsServed() {
        var hash = passwords.hash("a password");
        hashing.gate = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> passwords.match("a password", hash));
        hashing.awaitBusy();

        assertThatThrownBy(() -> passwords.match("a password", hash)).isInstanceOf(PasswordsBusyException.class);

        hashing.gate.countDown();
        assertThat(slow.join()).isTrue();
        assertThat(passwords.match("a password", hash)).isTrue();
    }

    @Test
    void hashingInsideATransactionWouldMakeEverybodyWaitAndIsRefused() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> passwords.hash("a password")).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    /** Keeps a caller waiting when told to, and counts. */
    static final class Hashing extends AbstractValidatingPasswordEncoder {

        final AtomicInteger comparisons = new AtomicInteger();
        volatile CountDownLatch gate = new CountDownLatch(0);
        private final CountDownLatch busy = new CountDownLatch(1);

        @Override
        protected String encodeNonNullPassword(String password) {
            return "hash of " + password;
        }

        @Override
        protected boolean matchesNonNull(String password, String hash) {
            comparisons.incrementAndGet();
            if (gate.getCount() > 0) {
                busy.countDown();
                await(gate);
            }
            return hash.equals("hash of " + password);
        }

        void awaitBusy() {
            await(busy);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
