package io.tiktoken.catalog.stock.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.stock.ReturnId;
import io.tiktoken.catalog.stock.ReturnStock;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ForService("stock:reserve")
@Tag(name = "Returns to stock", description = "For order-service; every call may be repeated.")
class ReturnController {

    private final ReturnStock returnStock;

    ReturnController(ReturnStock returnStock) {
        this.returnStock = returnStock;
    }

    @PutMapping("/internal/returns/{id}")
    @Operation(summary = "Puts back what a committed reservation took")
    @ApiResponse(
            responseCode = "200",
            description = "Back in stock, now or by an earlier call with this id and body",
            content = @Content(schema = @Schema(implementation = ReturnView.class)))
    @ApiResponse(responseCode = "404", description = "`not_reserved`")
    @ApiResponse(responseCode = "409", description = "`exceeds_committed`")
    @ApiResponse(responseCode = "422", description = "`body_differs`")
    ResponseEntity<?> returnStock(@PathVariable UUID id, @Valid @RequestBody ReturnBody body) {
        return switch (returnStock.returnStock(body.toRequest(new ReturnId(id)))) {
            case DONE -> ResponseEntity.ok(new ReturnView(id, body.reservationId()));
            case NOT_RESERVED ->
                problem(HttpStatus.NOT_FOUND, "not_reserved", "There is no reservation that this could come from");
            case EXCEEDS_COMMITTED ->
                problem(
                        HttpStatus.CONFLICT,
                        "exceeds_committed",
                        "More would come back than was taken and is still out");
            case BODY_DIFFERS ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "body_differs",
                        "This id was used to return something else; repeat the same body or take a new id");
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
