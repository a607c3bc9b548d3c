package io.tiktoken.wallet.proof;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Salt;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.proof.TransactionProof.Own;
import io.tiktoken.wallet.proof.TransactionProof.Shown;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds an entry for the owner of one of its postings. */
interface OwnTransactions extends Repository<OwnTransactions.OwnTransaction, Long> {

    /**
     * An entry as far as one owner may see it.
     *
     * @param salt of the whole entry, which is not shown; null when it is of the first form
     * @param line of the owner's posting
     */
    record OwnTransaction(
            @Embedded(onEmpty = OnEmpty.USE_NULL) Shown entry,

            @Nullable Salt salt,
            long line,
            String account,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "amount_")
            Money amount,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "balance_")
            Money balanceAfter,

            TransactionType type,
            @Nullable String counterparty) {

        Own posting(Salt ownSalt) {
            return new Own(line, ownSalt, account, amount, balanceAfter, type, counterparty);
        }
    }

    @Transactional(readOnly = true)
    @Query("""
            SELECT e.*, p.line, p.account, p.amount AS amount_amount, p.currency AS amount_currency,
                p.balance_after AS balance_amount, p.currency AS balance_currency, p.type, p.counterparty
            FROM entries e JOIN postings p ON p.entry = e.sequence WHERE e.id = :id AND p.account = :account
            """)
    Optional<OwnTransaction> find(UUID id, String account);
}
