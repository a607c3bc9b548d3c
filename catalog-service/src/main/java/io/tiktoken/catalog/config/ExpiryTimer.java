package io.tiktoken.catalog.config;

import io.tiktoken.catalog.stock.ExpireReservations;
import io.tiktoken.defaults.database.WriteUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sweeps again and again, whatever became of the sweep before. */
@Component
class ExpiryTimer {

    private static final Logger log = LoggerFactory.getLogger(ExpiryTimer.class);

    private final ExpireReservations expireReservations;

    ExpiryTimer(ExpireReservations expireReservations) {
        this.expireReservations = expireReservations;
    }

    void sweep() {
        try {
            expireReservations.sweep();
        } catch (WriteUnavailableException busy) {
            log.warn("Expired reservations keep their stock until the next sweep: {}", busy.toString());
        }
    }
}
