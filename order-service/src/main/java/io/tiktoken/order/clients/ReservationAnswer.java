package io.tiktoken.order.clients;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What a neighbour says about a reservation that it has made, now or before. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReservationAnswer(UUID id, State state) {

    ReservationAnswer {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
    }

    /** Only these can stand behind a 200; a body that says anything else cannot be understood. */
    enum State {
        RESERVED,
        COMMITTED
    }
}
