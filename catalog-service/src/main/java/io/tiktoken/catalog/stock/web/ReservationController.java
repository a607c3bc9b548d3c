package io.tiktoken.catalog.stock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.stock.FindReservation;
import io.tiktoken.catalog.stock.Outcome;
import io.tiktoken.catalog.stock.ReservationId;
import io.tiktoken.catalog.stock.ReserveStock;
import io.tiktoken.catalog.stock.SettleReservation;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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

    private final ReserveStock reserveStock;
    private final SettleReservation settle;
    private final FindReservation find;

    ReservationController(ReserveStock reserveStock, SettleReservation settle, FindReservation find) {
        this.reserveStock = reserveStock;
        this.settle = settle;
        this.find = find;
    }

    @PutMapping
    @Operation(summary = "Sets stock aside")
    @ApiResponse(
            responseCode = "200",
            description = "Set aside, now or by an earlier call with this id and body",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "409", description = "`out_of_stock` (with `shortages`), `already_released`, `expired`")
    @ApiResponse(responseCode = "422", description = "`body_differs`")
    ResponseEntity<?> reserve(@PathVariable UUID id, @Valid @RequestBody ReservationBody body) {
        return answer(reserveStock.reserve(body.toRequest(new ReservationId(id))));
    }

    @PutMapping("/commit")
    @Operation(summary = "Takes what was set aside out of the stock for good")
    @ApiResponse(
            responseCode = "200",
            description = "Committed, now or by an earlier call",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "404", description = "`not_reserved`")
    @ApiResponse(responseCode = "409", description = "`already_released`, `expired`")
    ResponseEntity<?> commit(@PathVariable UUID id) {
        return answer(settle.commit(new ReservationId(id)));
    }

    @PutMapping("/release")
    @Operation(summary = "Gives up what was set aside, also before the reserve has arrived")
    @ApiResponse(
            responseCode = "200",
            description = "Nothing is set aside under this id, and nothing ever will be",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "409", description = "`already_committed`")
    ResponseEntity<?> release(@PathVariable UUID id) {
        return answer(settle.release(new ReservationId(id)));
    }

    @GetMapping
    @Operation(summary = "Tells where a reservation stands")
    @ApiResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @ApiResponse(responseCode = "404", description = "`not_reserved`")
    ResponseEntity<?> find(@PathVariable UUID id) {
        return find.find(new ReservationId(id))
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(ReservationView.of(known)))
                .orElseGet(ReservationController::notReserved);
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome.answer()) {
            case DONE -> ResponseEntity.ok(ReservationView.of(outcome.reservation()));
            case REFUSED ->
                Problem.of(HttpStatus.CONFLICT, "out_of_stock", "There is not enough in stock for this reservation")
                        .with(
                                "shortages",
                                outcome.reservation().shortages().stream()
                                        .map(ShortageView::of)
                                        .toList())
                        .response();
            case BODY_DIFFERS ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "body_differs",
                                "This id was used to reserve something else; repeat the same body or take a new id")
                        .response();
            case NOT_RESERVED -> notReserved();
            case ALREADY_COMMITTED ->
                conflict("already_committed", "The stock has been committed; a return brings it back");
            case ALREADY_RELEASED ->
                conflict("already_released", "Nothing is set aside under this id, and nothing ever will be");
            case EXPIRED -> conflict("expired", "The stock was set aside too long ago and can be bought by others");
        };
    }

    private static ResponseEntity<?> conflict(String code, String sentence) {
        return Problem.of(HttpStatus.CONFLICT, code, sentence).response();
    }

    private static ResponseEntity<?> notReserved() {
        return Problem.of(HttpStatus.NOT_FOUND, "not_reserved", "Nothing was reserved under this id")
                .response();
    }
}
