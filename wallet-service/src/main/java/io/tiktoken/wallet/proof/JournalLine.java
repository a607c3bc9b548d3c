package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry exactly as it lies on the disk, text for text: whoever changed it may have written what no entry
 * could ever contain.
 */
final class JournalLine {

    /** A posting as it lies on the disk. */
    record RawPosting(
            String account,
            String currency,
            long amount,
            long balanceAfter,
            @Nullable String type,
            @Nullable String counterparty) {

        static RawPosting read(ResultSet row) throws SQLException {
            return new RawPosting(
                    row.getString("account"),
                    row.getString("currency"),
                    row.getLong("amount"),
                    row.getLong("balance_after"),
                    row.getString("type"),
                    row.getString("counterparty"));
        }
    }

    private final long sequence;
    private final List<@Nullable String> ownFields;
    private final String hash;
    private final List<RawPosting> postings = new ArrayList<>();

    private JournalLine(long sequence, List<@Nullable String> ownFields, String hash) {
        this.sequence = sequence;
        this.ownFields = ownFields;
        this.hash = hash;
    }

    static JournalLine read(ResultSet row) throws SQLException {
        var fields = new ArrayList<@Nullable String>();
        for (var column : List.of("sequence", "id", "kind", "reference", "description", "recorded_at")) {
            fields.add(row.getString(column));
        }
        return new JournalLine(row.getLong("sequence"), fields, row.getString("hash"));
    }

    void add(RawPosting posting) {
        postings.add(posting);
    }

    long sequence() {
        return sequence;
    }

    List<RawPosting> postings() {
        return postings;
    }

    Hash storedHash() {
        return new Hash(hash);
    }

    /** What the ledger sealed, in the same order. */
    List<@Nullable Object> fields() {
        var fields = new ArrayList<@Nullable Object>(ownFields);
        fields.add(postings.size());
        for (var posting : postings) {
            fields.add(posting.account());
            fields.add(posting.currency());
            fields.add(posting.amount());
            fields.add(posting.balanceAfter());
            fields.add(posting.type());
            fields.add(posting.counterparty());
        }
        return fields;
    }
}
