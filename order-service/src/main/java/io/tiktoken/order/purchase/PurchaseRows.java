package io.tiktoken.order.purchase;

import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    @Modifying
    @Query("""
            INSERT INTO purchases (id, order_id, started_at, step, stuck_at, approval, refusal,
                                   silences, surprises, due_at, version)
            VALUES (:#{#purchase.id}, :#{#purchase.order.id}, :#{#purchase.startedAt.toEpochMilli()}, :#{#purchase.position.step},
                    :#{#purchase.position.stuckAt}, :#{#purchase.position.approval?.token}, :#{#purchase.position.refusal},
                    :#{#purchase.patience.silences}, :#{#purchase.patience.surprises}, :#{#purchase.patience.dueAt.toEpochMilli()},
                    :#{#purchase.version})
            """)
    void insert(Purchase purchase);

    /** Moves the purchase on if it still has this version, which rises by one. */
    @Modifying
    @Query("""
            UPDATE purchases
            SET step = :#{#purchase.position.step}, stuck_at = :#{#purchase.position.stuckAt},
                approval = :#{#purchase.position.approval?.token}, refusal = :#{#purchase.position.refusal},
                silences = :#{#purchase.patience.silences}, surprises = :#{#purchase.patience.surprises},
                due_at = :#{#purchase.patience.dueAt.toEpochMilli()}, version = version + 1
            WHERE id = :#{#purchase.id} AND version = :#{#purchase.version}
            """)
    int update(Purchase purchase);
}
