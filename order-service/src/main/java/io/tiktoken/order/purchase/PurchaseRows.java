package io.tiktoken.order.purchase;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.order.order.Order;
import io.tiktoken.order.order.OrderId;
import io.tiktoken.order.order.Orders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a purchase lies in the database. */
@Repository
class PurchaseRows {

    private static final String UNFINISHED = "step NOT IN ('PAID', 'REFUSED', 'NEEDS_OPERATOR')";

    private record Row(OrderId order, Function<Order, Purchase> purchase) {}

    private final JdbcClient jdbc;
    private final Orders orders;

    PurchaseRows(JdbcClient jdbc, Orders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    void insert(Purchase purchase) {
        jdbc.sql("""
                        INSERT INTO purchases (id, order_id, started_at, step, stuck_at, approval, refusal,
                                               silences, surprises, due_at, version)
                        VALUES (:id, :order, :started, :step, :stuckAt, :approval, :refusal,
                                :silences, :surprises, :dueAt, :version)
                        """)
                .params(changing(purchase))
                .param("order", purchase.order().id().toString())
                .param("started", purchase.startedAt().toEpochMilli())
                .update();
    }

    /** Moves the purchase on if it still has this version, which rises by one. */
    GuardedUpdate update(Purchase purchase) {
        return GuardedUpdate.of(jdbc.sql("""
                        UPDATE purchases
                        SET step = :step, stuck_at = :stuckAt, approval = :approval, refusal = :refusal,
                            silences = :silences, surprises = :surprises, due_at = :dueAt, version = version + 1
                        WHERE id = :id AND version = :version
                        """).params(changing(purchase)).update());
    }

    Optional<Purchase> find(String condition, String parameter) {
        return jdbc.sql("SELECT * FROM purchases WHERE " + condition)
                .param(parameter)
                .query((row, _) -> row(row))
                .optional()
                .flatMap(row -> orders.find(row.order()).map(row.purchase()));
    }

    /**
     * Unfinished purchases whose time has come.
     *
     * @param latest no honest waiting ends after it, so what does was written before the clock was set back
     */
    List<PurchaseId> due(Instant now, Instant latest, int most) {
        return jdbc.sql("SELECT id FROM purchases WHERE " + UNFINISHED
                        + " AND (due_at <= ? OR due_at > ?) ORDER BY due_at LIMIT ?")
                .params(now.toEpochMilli(), latest.toEpochMilli(), most)
                .query((row, _) -> PurchaseId.of(row.getString("id")))
                .list();
    }

    int countUnfinished() {
        return count(UNFINISHED);
    }

    int countParked() {
        return count("step = 'NEEDS_OPERATOR'");
    }

    private int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM purchases WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    private static Map<String, @Nullable Object> changing(Purchase purchase) {
        var position = purchase.position();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", purchase.id().toString());
        columns.put("step", position.step().name());
        columns.put("stuckAt", nameOf(position.stuckAt()));
        columns.put(
                "approval",
                position.approval() == null ? null : position.approval().token());
        columns.put("refusal", nameOf(position.refusal()));
        columns.put("silences", purchase.patience().silences());
        columns.put("surprises", purchase.patience().surprises());
        columns.put("dueAt", purchase.patience().dueAt().toEpochMilli());
        columns.put("version", purchase.version());
        return columns;
    }

    private static Row row(ResultSet row) throws SQLException {
        var id = PurchaseId.of(row.getString("id"));
        var startedAt = Instant.ofEpochMilli(row.getLong("started_at"));
        var position = new Position(
                Step.valueOf(row.getString("step")),
                present(row.getString("approval"), Approval::new),
                present(row.getString("refusal"), Refusal::valueOf),
                present(row.getString("stuck_at"), Step::valueOf));
        var patience = new Patience(
                row.getInt("silences"), row.getInt("surprises"), Instant.ofEpochMilli(row.getLong("due_at")));
        var version = row.getLong("version");
        return new Row(
                OrderId.of(row.getString("order_id")),
                order -> new Purchase(id, order, startedAt, position, patience, version));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <T> @Nullable T present(@Nullable String text, Function<String, T> reading) {
        return text == null ? null : reading.apply(text);
    }
}
