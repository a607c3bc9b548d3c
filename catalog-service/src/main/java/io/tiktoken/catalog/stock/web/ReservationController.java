package io.tiktoken.catalog.stock.web;

import static io.tiktoken.catalog.web.Code.ALREADY_COMMITTED;
import static io.tiktoken.catalog.web.Code.ALREADY_RELEASED;
import static io.tiktoken.catalog.web.Code.BODY_DIFFERS;
import static io.tiktoken.catalog.web.Code.EXPIRED;
import static io.tiktoken.catalog.web.Code.NOT_RESERVED;
import static io.tiktoken.catalog.web.Code.OUT_OF_STOCK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.stock.FindReservation;
import io.tiktoken.catalog.stock.Outcome;
import io.tiktoken.catalog.stock.Reservation;
import io.tiktoken.catalog.stock.ReservationId;
import io.tiktoken.catalog.stock.ReserveStock;
import io.tiktoken.catalog.stock.SettleReservation;
import io.tiktoken.catalog.stock.Shortage;
import io.tiktoken.catalog.web.Refuses;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/internal/reservations/{id}")
@ForService("stock:reserve")
@Tag(name = "Reservations of stock", description = "For order-service; every call may be repeated.")
class ReservationController {

    /** What order-service wants to have set aside, and for how long. */
    record Request(
            @NotNull @Size(min = 1, max = LineBody.MOST_LINES)
            List<@Valid @NotNull LineBody> lines,

            @Min(1) @Max(ReserveStock.LONGEST_SECONDS) int expiresInSeconds) {

        ReserveStock.Request toRequest(ReservationId id) {
            return new ReserveStock.Request(id, LineBody.merged(lines), Duration.ofSeconds(expiresInSeconds));
        }
    }

    /** Where a reservation stands. One that never set anything aside has no {@code expiresAt}. */
    record View(UUID id, ReservationState state, @Nullable Instant expiresAt) {

        static View of(Reservation reservation) {
            return new View(reservation.id().value(), reservation.state(), reservation.expiresAt());
        }
    }

    /** A product of which there is not enough, so that the customer can be told which and how many are left. */
    record ShortageView(UUID productId, int requested, int available) {

        static ShortageView of(Shortage shortage) {
            return new ShortageView(shortage.productId().value(), shortage.requested(), shortage.available());
        }
    }

    private final ReserveStock reserveStock;
    private final SettleReservation settle;
    private final FindReservation find;

    ReservationController(ReserveStock reserveStock, SettleReservation settle, FindReservation find) {
        this.reserveStock = reserveStock;
        this.settle = settle;
        this.find = find;
    }

    @PutMapping
    @Operation(
            summary = "Sets stock aside",
            description = "For as long as the body says; then it can be bought by others, unless it was committed.")
    @ApiResponse(
            responseCode = "200",
            description = "Set aside, now or by an earlier call with this id and body",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({OUT_OF_STOCK, ALREADY_RELEASED, EXPIRED, BODY_DIFFERS})
    ResponseEntity<?> reserve(@PathVariable UUID id, @Valid @RequestBody Request body) {
        return answer(reserveStock.reserve(body.toRequest(new ReservationId(id))));
    }

    @PutMapping("/commit")
    @Operation(
            summary = "Takes what was set aside out of the stock for good",
            description = "Also past its time, as long as nobody else has been given it.")
    @ApiResponse(
            responseCode = "200",
            description = "Committed, now or by an earlier call",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({NOT_RESERVED, ALREADY_RELEASED, EXPIRED})
    ResponseEntity<?> commit(@PathVariable UUID id) {
        return answer(settle.commit(new ReservationId(id)));
    }

    @PutMapping("/release")
    @Operation(
            summary = "Gives up what was set aside",
            description = "Also before the reserve has arrived, which then sets nothing aside any more.")
    @ApiResponse(
            responseCode = "200",
            description = "Nothing is set aside under this id, and nothing ever will be",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses(ALREADY_COMMITTED)
    ResponseEntity<?> release(@PathVariable UUID id) {
        return answer(settle.release(new ReservationId(id)));
    }

    @GetMapping
    @Operation(
            summary = "Tells where a reservation stands",
            description = "For whoever got no answer to a command; it changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses(NOT_RESERVED)
    ResponseEntity<?> find(@PathVariable UUID id) {
        return find.find(new ReservationId(id))
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(View.of(known)))
                .orElseGet(NOT_RESERVED::response);
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome.answer()) {
            case DONE -> ResponseEntity.ok(View.of(outcome.reservation()));
            case REFUSED ->
                OUT_OF_STOCK
                        .problem()
                        .with(
                                "shortages",
                                outcome.reservation().shortages().stream()
                                        .map(ShortageView::of)
                                        .toList())
                        .response();
            case BODY_DIFFERS -> BODY_DIFFERS.response();
            case NOT_RESERVED -> NOT_RESERVED.response();
            case ALREADY_COMMITTED -> ALREADY_COMMITTED.response();
            case ALREADY_RELEASED -> ALREADY_RELEASED.response();
            case EXPIRED -> EXPIRED.response();
        };
    }
}
