package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.FieldDigest;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.reservation.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads open reservations, a bounded part at a time, and says which of them are not as they were made. */
@Repository
class ReservationReader {

    /**
     * An open reservation as it lies on the disk.
     *
     * @param hexPlace customer and id byte for byte, even if they are no text any more, to go on from
     * @param isSound whether it is as it was made, for somebody who has a wallet
     */
    record OpenReservation(
            String customer, String id, HexPlace hexPlace, long amount, Instant createdAt, boolean isSound) {

        /** Where an open reservation stands in the order in which they are read. */
        record HexPlace(String customer, String id) {}

        private static OpenReservation read(ResultSet row) throws SQLException {
            return new OpenReservation(
                    Objects.requireNonNullElse(row.getString("customer_id"), ""),
                    row.getString("id"),
                    new HexPlace(row.getString("hex_customer"), row.getString("hex_id")),
                    row.getLong("amount"),
                    Instant.ofEpochMilli(row.getLong("created_at")),
                    row.getBoolean("is_plain") && isSealed(row));
        }

        private static boolean isSealed(ResultSet row) throws SQLException {
            var seal = row.getString("seal");
            return seal == null
                    ? row.getBoolean("is_older_than_seals")
                    : seal.equals(computed(row).hex());
        }

        private static Hash computed(ResultSet row) throws SQLException {
            var digest = new FieldDigest();
            JournalLine.bytes(row, Terms.SEALED).forEach(digest::add);
            return digest.end();
        }
    }

    // In the order of the index over open reservations. Only what was reserved before there were seals may lack one.
    private static final String OPEN = """
            SELECT r.*, hex(r.customer_id) AS hex_customer, hex(r.id) AS hex_id,
                r.refusal IS NULL AND r.refunded = 0
                    AND EXISTS (SELECT 1 FROM accounts a WHERE a.name = 'wallet/' || r.customer_id) AS is_plain,
                r.seal IS NULL AND NOT EXISTS (SELECT 1 FROM reservations s
                    WHERE s.seal IS NOT NULL AND s.created_at <= r.created_at) AS is_older_than_seals
            FROM reservations r WHERE r.state = 'RESERVED'
            """;

    private static final String IN_ORDER = " ORDER BY r.customer_id, r.id LIMIT ?";

    private final JdbcClient jdbc;

    ReservationReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param last of those before, null for the first ones */
    @Transactional(readOnly = true)
    List<OpenReservation> after(@Nullable OpenReservation last, int atMost) {
        var open = last == null
                ? jdbc.sql(OPEN + IN_ORDER).param(atMost)
                : jdbc.sql(OPEN + "AND (r.customer_id, r.id) > (CAST(unhex(?) AS TEXT), CAST(unhex(?) AS TEXT))"
                                + IN_ORDER)
                        .params(last.hexPlace().customer(), last.hexPlace().id(), atMost);
        return open.query((row, _) -> OpenReservation.read(row)).list();
    }
}
