package io.tiktoken.order.order;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Marks orders that nobody paid in time, a bounded batch at a time. */
@Service
public class ExpireOrders {

    private static final Logger log = LoggerFactory.getLogger(ExpireOrders.class);

    private final Orders orders;
    private final SingleWriter writer;
    private final OrderSettings settings;
    private final Clock clock;

    ExpireOrders(Orders orders, SingleWriter writer, OrderSettings settings, Clock clock) {
        this.orders = orders;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One look.
     *
     * @return how many have expired
     */
    public int expire() {
        // Looked for beside the writer: most of the time there is nothing to write.
        if (orders.overdue(clock.instant(), 1).isEmpty()) {
            return 0;
        }
        var expired = writer.write(() -> {
            var overdue = orders.overdue(clock.instant(), settings.expiryBatch());
            overdue.forEach(order -> orders.become(order, OrderStatus.EXPIRED, null));
            return overdue.size();
        });
        log.info("{} orders expired because nobody paid them in time", expired);
        return expired;
    }
}
