package io.tiktoken.catalog.stock.web;

import static io.tiktoken.catalog.web.Code.BODY_DIFFERS;
import static io.tiktoken.catalog.web.Code.EXCEEDS_COMMITTED;
import static io.tiktoken.catalog.web.Code.NOT_RESERVED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.stock.ReservationId;
import io.tiktoken.catalog.stock.ReturnId;
import io.tiktoken.catalog.stock.ReturnStock;
import io.tiktoken.catalog.web.Refuses;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ForService("stock:reserve")
@Tag(name = "Returns to stock", description = "For order-service; every call may be repeated.")
class ReturnController {

    /** What comes back, and from which reservation it was taken. */
    record Request(
            @NotNull UUID reservationId,

            @NotNull @Size(min = 1, max = LineBody.MOST_LINES)
            List<@Valid @NotNull LineBody> lines) {

        ReturnStock.Request toRequest(ReturnId id) {
            return new ReturnStock.Request(id, new ReservationId(reservationId), LineBody.merged(lines));
        }
    }

    /** A return that was accepted. */
    record View(UUID id, UUID reservationId) {}

    private final ReturnStock returnStock;

    ReturnController(ReturnStock returnStock) {
        this.returnStock = returnStock;
    }

    @PutMapping("/internal/returns/{id}")
    @Operation(
            summary = "Puts back what a committed reservation took",
            description = "Each piece once; a refused return stays refused.")
    @ApiResponse(
            responseCode = "200",
            description = "Back in stock, now or by an earlier call with this id and body",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({NOT_RESERVED, EXCEEDS_COMMITTED, BODY_DIFFERS})
    ResponseEntity<?> returnStock(@PathVariable UUID id, @Valid @RequestBody Request body) {
        return switch (returnStock.returnStock(body.toRequest(new ReturnId(id)))) {
            case DONE -> ResponseEntity.ok(new View(id, body.reservationId()));
            case NOT_RESERVED -> NOT_RESERVED.response();
            case EXCEEDS_COMMITTED -> EXCEEDS_COMMITTED.response();
            case BODY_DIFFERS -> BODY_DIFFERS.response();
        };
    }
}
