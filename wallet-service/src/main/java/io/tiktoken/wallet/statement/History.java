package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.SearchForm;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists what happened to a wallet, newest first in the journal's order, whatever the clocks said. */
@Service
public class History {

    private static final long THE_LAST = Long.MAX_VALUE;

    private final Transactions transactions;

    History(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A page of it: only as much of the history is read as the page shows, however long that is. */
    @Transactional(readOnly = true)
    public Page<Transaction> of(OwnerId owner, Selection selection, PageQuery query) {
        var rows = transactions.search(
                Account.walletOf(owner).name(),
                query.before() == null ? THE_LAST : placeOf(query.before()),
                selection.type(),
                selection.from(),
                selection.until(),
                selection.text() == null ? null : SearchForm.anywhere(selection.text()),
                query.rowsToRead());
        return Page.of(rows, query, row -> row.transaction().id()).map(Transactions.Row::transaction);
    }

    /** A cursor is a transaction's id; one that nobody knows stands before everything. */
    private long placeOf(UUID cursor) {
        return transactions.entryOf(cursor).orElse(0L);
    }
}
