package io.tiktoken.defaults.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DatabaseTest
class ReservationExpiryTests {

    @Autowired
    SingleWriter writer;

    private final SettableClock clock = new SettableClock();
    private final List<String> overdue = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();

    @Test
    void endsWhatIsOverdueInsideAWriteAndCountsWhatReallyExpired() {
        overdue.addAll(List.of("first", "committed meanwhile", "third"));

        assertThat(expiry().expire()).isEqualTo(2);

        assertThat(tried).containsExactly("first", "committed meanwhile", "third");
    }

    @Test
    void opensNoWriteWhenNothingIsOverdue() {
        assertThat(expiry().expire()).isZero();

        assertThat(tried).isEmpty();
    }

    private ReservationExpiry<String> expiry() {
        return new ReservationExpiry<>(writer, clock, 100, this::overdue, this::expires) {};
    }

    private List<String> overdue(Instant now, int atMost) {
        assertThat(now).isEqualTo(clock.instant());
        assertThat(atMost).isEqualTo(100);
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .as("no write waits for the look")
                .isFalse();
        return overdue;
    }

    private boolean expires(String id) {
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .as("inside the write")
                .isTrue();
        tried.add(id);
        return !id.equals("committed meanwhile");
    }
}
