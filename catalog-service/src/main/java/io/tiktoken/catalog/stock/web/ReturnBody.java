package io.tiktoken.catalog.stock.web;

import io.tiktoken.catalog.stock.ReservationId;
import io.tiktoken.catalog.stock.ReturnId;
import io.tiktoken.catalog.stock.ReturnStock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What comes back, and from which reservation it was taken. */
record ReturnBody(
        @NotNull UUID reservationId,
        @NotNull @Size(min = 1, max = LineBody.MOST_LINES) List<@Valid @NotNull LineBody> lines) {

    ReturnStock.Request toRequest(ReturnId id) {
        return new ReturnStock.Request(id, new ReservationId(reservationId), LineBody.merged(lines));
    }
}
