package io.tiktoken.wallet.statement;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.DrawStatement.Outcome;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Statements of more transactions than are read at once. */
@VerbTest
class LongStatementTests {

    private static final Period ALL = new Period(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @Autowired
    DrawStatement drawStatement;

    @Autowired
    TestWallets wallets;

    @Autowired
    SingleWriter writer;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void bobHasSomethingBetweenAlicesEntries() {
        wallets.topUp(bob, "1.00");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 999})
    void hasEachTransactionOnceAndInOrder(int transactions) {
        topUpTimes(transactions);

        var statement = drawn();

        var expected = IntStream.rangeClosed(1, transactions)
                .mapToObj(number -> ttk("0.01").times(number))
                .toList();
        assertThat(statement.transactions())
                .extracting(Transaction::balanceAfter)
                .containsExactlyElementsOf(expected);
        assertThat(statement.in())
                .isEqualTo(statement.closing())
                .isEqualTo(ttk("0.01").times(transactions));
    }

    @Test
    void isAsItWasWhenItWasDrawnHoweverLateItIsRead() {
        topUpTimes(250);
        var statement = drawn();
        var transactions = statement.transactions().iterator();
        transactions.next();

        topUpTimes(250);

        var read = 1;
        for (; transactions.hasNext(); transactions.next()) {
            read++;
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
        }
        assertThat(read).isEqualTo(250);
        assertThat(statement.transactions()).hasSize(250);
    }

    private void topUpTimes(int times) {
        writer.run(() -> IntStream.range(0, times).forEach(_ -> wallets.topUp(alice, "0.01")));
    }

    private Statement drawn() {
        return ((Outcome.Drawn) drawStatement.draw(new OwnerId(alice), ALL)).statement();
    }
}
