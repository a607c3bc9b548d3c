package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.moneyrequest.MoneyRequest.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All money requests. What changes one is called inside a write. */
@Repository
class MoneyRequests {

    private final JdbcClient jdbc;

    MoneyRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MoneyRequest request) {
        jdbc.sql("""
                        INSERT INTO money_requests (id, requester, requester_username, requester_name, payer, payer_name,
                            amount, note, state, created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(request.id().toString())
                .param(request.requester().id().toString())
                .param(request.requester().username())
                .param(request.requester().name())
                .param(request.payer().toString())
                .param(request.payerName())
                .param(request.amount().amount())
                .param(request.note())
                .param(request.state().name())
                .param(request.createdAt().toEpochMilli())
                .param(request.expiresAt().toEpochMilli())
                .update();
    }

    Optional<MoneyRequest> find(UUID id) {
        return jdbc.sql("SELECT * FROM money_requests WHERE id = ?")
                .param(id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Those that somebody made or was sent, newest first. */
    List<MoneyRequest> of(UUID person, Side side, PageQuery query) {
        return jdbc.sql("""
                        SELECT * FROM money_requests
                        WHERE %s = :person AND (:before IS NULL OR id < :before) ORDER BY id DESC LIMIT :rows
                        """.formatted(side.column()))
                .param("person", person.toString())
                .param("before", query.before() == null ? null : query.before().toString())
                .param("rows", query.rowsToRead())
                .query((row, _) -> read(row))
                .list();
    }

    /** How many of a requester's are open, to one person or to anybody. */
    int open(UUID requester, @Nullable UUID payer, Instant now) {
        return jdbc.sql("""
                        SELECT count(*) FROM money_requests
                        WHERE requester = :requester AND (:payer IS NULL OR payer = :payer)
                            AND state = 'OPEN' AND expires_at > :now
                        """)
                .param("requester", requester.toString())
                .param("payer", payer == null ? null : payer.toString())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .single();
    }

    /** Ends an open one; it is decided here which of two answers at once was the first. */
    GuardedUpdate close(UUID id, State state, @Nullable UUID transfer) {
        return GuardedUpdate.of(
                jdbc.sql("UPDATE money_requests SET state = ?, transfer = ? WHERE id = ? AND state = 'OPEN'")
                        .param(state.name())
                        .param(transfer == null ? null : transfer.toString())
                        .param(id.toString())
                        .update());
    }

    private static MoneyRequest read(ResultSet row) throws SQLException {
        var transfer = row.getString("transfer");
        return new MoneyRequest(
                UUID.fromString(row.getString("id")),
                new Party(
                        UUID.fromString(row.getString("requester")),
                        row.getString("requester_username"),
                        row.getString("requester_name")),
                UUID.fromString(row.getString("payer")),
                row.getString("payer_name"),
                Money.tikTokens(row.getLong("amount")),
                row.getString("note"),
                State.valueOf(row.getString("state")),
                transfer == null ? null : UUID.fromString(transfer),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
