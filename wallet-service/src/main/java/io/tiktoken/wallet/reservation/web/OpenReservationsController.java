package io.tiktoken.wallet.reservation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.ViewReservations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells customers where the part of their money is that they cannot spend just now. */
@RestController
@ForCustomers
@Tag(name = "Wallet")
class OpenReservationsController {

    private final ViewReservations viewReservations;

    OpenReservationsController(ViewReservations viewReservations) {
        this.viewReservations = viewReservations;
    }

    @GetMapping("/api/wallet/reservations")
    @Operation(summary = "What is set aside for purchases just now, newest first")
    @ApiResponse(responseCode = "200", description = "A page of it; together they are the wallet's `reserved`")
    @ApiResponse(responseCode = "400", description = "`validation_failed`")
    Page<OpenReservationView> list(Person person, PageQuery query) {
        return viewReservations.open(new OwnerId(person.id()), query).map(OpenReservationView::of);
    }
}
