package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.FieldDigest;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Salt;
import io.tiktoken.wallet.ledger.Sealable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry exactly as it lies on the disk, byte for byte: whoever changed it may have written what no entry could ever
 * contain.
 */
final class JournalLine implements Sealable {

    private static final List<String> SEALED =
            List.of("sequence", "id", "kind", "reference", "description", "recorded_at");

    private final long sequence;
    private final List<byte @Nullable []> fields;
    private final @Nullable Salt salt;
    private final Hash hash;
    private final List<RawPosting> postings = new ArrayList<>();

    private JournalLine(long sequence, List<byte @Nullable []> fields, @Nullable Salt salt, Hash hash) {
        this.sequence = sequence;
        this.fields = fields;
        this.salt = salt;
        this.hash = hash;
    }

    static JournalLine read(ResultSet row) throws SQLException {
        var salt = row.getString("salt");
        return new JournalLine(
                row.getLong("sequence"),
                bytes(row, SEALED),
                salt == null ? null : new Salt(salt),
                new Hash(row.getString("hash")));
    }

    void add(RawPosting posting) {
        postings.add(posting);
    }

    long sequence() {
        return sequence;
    }

    /** Null when it is of the first form. */
    @Nullable
    Salt salt() {
        return salt;
    }

    Hash storedHash() {
        return hash;
    }

    @Override
    public void writeTo(FieldDigest digest) {
        fields.forEach(digest::add);
    }

    @Override
    public List<RawPosting> lines() {
        return postings;
    }

    static List<byte @Nullable []> bytes(ResultSet row, List<String> columns) throws SQLException {
        var fields = new ArrayList<byte @Nullable []>(columns.size());
        for (var column : columns) {
            fields.add(row.getBytes(column));
        }
        return fields;
    }

    /**
     * A posting as it lies on the disk.
     *
     * @param before what the account's posting before this one left in it; null when this is its first
     * @param hasAccount whether its account exists
     */
    record RawPosting(
            long number,
            String account,
            String currency,
            long amount,
            long balanceAfter,
            @Nullable Long before,
            boolean hasAccount,
            List<byte @Nullable []> fields)
            implements Sealable.Line {

        private static final List<String> SEALED =
                List.of("account", "currency", "amount", "balance_after", "type", "counterparty");

        static RawPosting read(ResultSet row) throws SQLException {
            return new RawPosting(
                    row.getLong("line"),
                    row.getString("account"),
                    row.getString("currency"),
                    row.getLong("amount"),
                    row.getLong("balance_after"),
                    row.getObject("before") == null ? null : row.getLong("before"),
                    row.getBoolean("has_account"),
                    bytes(row, SEALED));
        }

        /** Whether it left what was there before, and its own amount. */
        boolean follows() {
            return balanceAfter == amount + (before == null ? 0 : before);
        }

        /** False where a text is empty that may only be absent, which the seal cannot tell apart. */
        boolean isAsWritten() {
            return fields.stream().noneMatch(field -> field != null && field.length == 0);
        }

        boolean opensAnAccount() {
            return before == null;
        }

        @Override
        public void writeTo(FieldDigest digest) {
            fields.forEach(digest::add);
        }
    }
}
