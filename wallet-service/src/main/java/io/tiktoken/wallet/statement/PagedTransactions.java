package io.tiktoken.wallet.statement;

import io.tiktoken.wallet.statement.Transactions.Row;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A wallet's transactions after one entry of the journal and up to another, of which only a page is in memory. As
 * nothing in between is ever changed or added, the pages fit together although each is a read of its own.
 */
final class PagedTransactions implements Iterable<Transaction> {

    private static final int PAGE = 200;

    private final Transactions transactions;
    private final String account;
    private final long after;
    private final long upTo;

    PagedTransactions(Transactions transactions, String account, long after, long upTo) {
        this.transactions = transactions;
        this.account = account;
        this.after = after;
        this.upTo = upTo;
    }

    @Override
    public Iterator<Transaction> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Transaction> {

        private List<Row> page = transactions.page(account, after, upTo, PAGE);
        private int place;

        @Override
        public boolean hasNext() {
            if (place == PAGE) {
                page = transactions.page(account, page.getLast().entry(), upTo, PAGE);
                place = 0;
            }
            return place < page.size();
        }

        @Override
        public Transaction next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.get(place++).transaction();
        }
    }
}
