package io.tiktoken.wallet;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands before every neighbour in the tests: while somebody waits for an answer, nobody else may wait for them. */
final class NoTransaction {

    private NoTransaction() {}

    static void isOpen() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A neighbour was called inside a transaction");
        }
    }
}
