package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows money requests to the two people whom they concern. */
@Service
public class ViewMoneyRequests {

    /** From which side somebody looks at money requests. */
    public enum Side {
        SENT,
        RECEIVED
    }

    private final MoneyRequests requests;
    private final Clock clock;

    ViewMoneyRequests(MoneyRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<MoneyRequest> of(OwnerId person, Side side, PageQuery query) {
        var rows = switch (side) {
            case SENT -> requests.sentBy(person, query.before(), query.rowsToRead());
            case RECEIVED -> requests.receivedBy(person, query.before(), query.rowsToRead());
        };
        return Page.of(rows, query, request -> request.id().value()).map(request -> request.at(clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<MoneyRequest> one(MoneyRequestId id, OwnerId person) {
        return requests.find(id)
                .filter(request -> request.isBetween(person))
                .map(request -> request.at(clock.instant()));
    }
}
