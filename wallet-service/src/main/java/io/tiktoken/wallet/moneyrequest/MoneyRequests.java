package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.moneyrequest.MoneyRequest.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All money requests. What changes one is called inside a write. */
interface MoneyRequests extends Repository<MoneyRequest, MoneyRequestId> {

    String SELECT = """
            SELECT *, requester AS requester_id, amount AS amount_amount, 'TTK' AS amount_currency FROM money_requests
            """;

    @Modifying
    @Query("""
            INSERT INTO money_requests (id, requester, requester_username, requester_name, payer, payer_name,
                amount, note, state, created_at, expires_at)
            VALUES (:#{#request.id}, :#{#request.requester.id}, :#{#request.requester.username},
                :#{#request.requester.name}, :#{#request.payer}, :#{#request.payerName}, :#{#request.amount.amount},
                :#{#request.note}, :#{#request.state}, :#{#request.createdAt.toEpochMilli()},
                :#{#request.expiresAt.toEpochMilli()})
            """)
    void add(MoneyRequest request);

    @Query(SELECT + "WHERE id = :id")
    Optional<MoneyRequest> find(MoneyRequestId id);

    /** Those that somebody made, newest first. */
    @Query(SELECT + """
            WHERE requester = :requester AND (:before IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :rows
            """)
    List<MoneyRequest> sentBy(OwnerId requester, @Nullable UUID before, int rows);

    /** Those that somebody was sent, newest first. */
    @Query(SELECT + """
            WHERE payer = :payer AND (:before IS NULL OR id < :before)
            ORDER BY id DESC LIMIT :rows
            """)
    List<MoneyRequest> receivedBy(OwnerId payer, @Nullable UUID before, int rows);

    /** How many of a requester's are open, to one person or to anybody. */
    @Query("""
            SELECT count(*) FROM money_requests
            WHERE requester = :requester AND (:payer IS NULL OR payer = :payer)
                AND state = 'OPEN' AND expires_at > :now
            """)
    int open(OwnerId requester, @Nullable OwnerId payer, Instant now);

    /** Ends an open one and answers 1; of two answers at once the second one changes nothing and is told 0. */
    @Modifying
    @Query("UPDATE money_requests SET state = :state, transfer = :transfer WHERE id = :id AND state = 'OPEN'")
    int close(MoneyRequestId id, State state, @Nullable UUID transfer);
}
