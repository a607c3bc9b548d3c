package io.tiktoken.catalog.stock.web;

import io.tiktoken.catalog.stock.ReservationId;
import io.tiktoken.catalog.stock.ReserveStock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** What order-service wants to have set aside, and for how long. */
record ReservationBody(
        @NotNull @Size(min = 1, max = LineBody.MOST_LINES) List<@Valid @NotNull LineBody> lines,
        @Min(1) @Max(ReserveStock.LONGEST_SECONDS) int expiresInSeconds) {

    ReserveStock.Request toRequest(ReservationId id) {
        return new ReserveStock.Request(id, LineBody.merged(lines), Duration.ofSeconds(expiresInSeconds));
    }
}
