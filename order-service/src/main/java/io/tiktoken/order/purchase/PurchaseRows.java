package io.tiktoken.order.purchase;

import static java.util.Objects.requireNonNull;

import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.Repository;

/** How purchases lie in the database. */
interface PurchaseRows extends Repository<PurchaseRows.Row, PurchaseId> {

    /** A purchase, but for what is bought. */
    record Row(
            PurchaseId id,
            OrderId orderId,
            Instant startedAt,
            @Embedded(onEmpty = OnEmpty.USE_NULL) Position position,
            @Embedded(onEmpty = OnEmpty.USE_NULL) Patience patience,
            long version) {

        Purchase of(Order order) {
            return new Purchase(id, order, startedAt, position, patience, version);
        }
    }

    String UNFINISHED = "step NOT IN ('PAID', 'REFUSED', 'NEEDS_OPERATOR')";

    @Query("SELECT * FROM purchases WHERE id = :id")
    Optional<Row> find(PurchaseId id);

    @Query("SELECT * FROM purchases WHERE order_id = :order AND step <> 'REFUSED'")
    Optional<Row> findUnrefused(OrderId order);

    /**
     * Unfinished purchases whose time has come.
     *
     * @param latest no honest waiting ends after it, so what does was written before the clock was set back
     */
    @Query("SELECT id FROM purchases WHERE " + UNFINISHED
            + " AND (due_at <= :now OR due_at > :latest) ORDER BY due_at LIMIT :most")
    List<PurchaseId> due(Instant now, Instant latest, int most);

    @Query("SELECT count(*) FROM purchases WHERE " + UNFINISHED)
    int countUnfinished();

    @Query("SELECT count(*) FROM purchases WHERE step = 'NEEDS_OPERATOR'")
    int countParked();

    /** One that has just begun: nothing was asked for yet, and this is its first version. */
    default void insert(Purchase purchase) {
        insert(
                purchase.id(),
                purchase.order().id(),
                purchase.startedAt(),
                purchase.step(),
                requireNonNull(purchase.approval(), "approval").token(),
                purchase.patience().dueAt());
    }

    /** Moves the purchase on if it still has this version, which rises by one. */
    default int update(Purchase purchase) {
        var position = purchase.position();
        var patience = purchase.patience();
        var approval = purchase.approval();
        return update(
                purchase.id(),
                purchase.version(),
                position.step(),
                position.stuckAt(),
                approval == null ? null : approval.token(),
                position.refusal(),
                patience.silences(),
                patience.surprises(),
                patience.dueAt());
    }

    // Each value as a parameter of its own: expressions in the statement cost more than the statement itself.

    @Modifying
    @Query("""
            INSERT INTO purchases (id, order_id, started_at, step, approval, silences, surprises, due_at, version)
            VALUES (:id, :order, :startedAt, :step, :approval, 0, 0, :dueAt, 0)
            """)
    void insert(PurchaseId id, OrderId order, Instant startedAt, Step step, String approval, Instant dueAt);

    @Modifying
    @Query("""
            UPDATE purchases
            SET step = :step, stuck_at = :stuckAt, approval = :approval, refusal = :refusal, silences = :silences,
                surprises = :surprises, due_at = :dueAt, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int update(
            PurchaseId id,
            long version,
            Step step,
            @Nullable Step stuckAt,
            @Nullable String approval,
            @Nullable Refusal refusal,
            int silences,
            int surprises,
            Instant dueAt);
}
