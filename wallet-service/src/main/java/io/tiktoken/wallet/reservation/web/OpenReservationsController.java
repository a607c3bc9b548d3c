package io.tiktoken.wallet.reservation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.Reservation;
import io.tiktoken.wallet.reservation.ViewReservations;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells customers where the part of their money is that they cannot spend just now. */
@RestController
@ForCustomers
@Tag(name = "Wallet")
class OpenReservationsController {

    /**
     * Money that is set aside for a purchase, as its owner sees it.
     *
     * @param expiresAt when it becomes available again, if nobody comes for it
     */
    record View(UUID id, Money amount, Payee payee, UUID orderId, Instant createdAt, Instant expiresAt) {

        /** Who is to be paid, by the name that the customer saw when approving. */
        record Payee(@Schema(example = "TikToken Shop") String name) {}

        static View of(Reservation reservation) {
            var terms = reservation.terms();
            return new View(
                    reservation.id().value(),
                    terms.amount(),
                    new Payee(terms.payeeName()),
                    terms.order().value(),
                    terms.reservedAt(),
                    terms.expiresAt());
        }
    }

    private final ViewReservations viewReservations;

    OpenReservationsController(ViewReservations viewReservations) {
        this.viewReservations = viewReservations;
    }

    @GetMapping("/api/wallet/reservations")
    @Operation(
            summary = "Lists what is set aside for purchases just now",
            description = "Newest first; together they are the wallet's `reserved`.")
    @ApiResponse(responseCode = "200", description = "A page of it")
    Page<View> list(Person person, PageQuery query) {
        return viewReservations.open(new OwnerId(person.id()), query).map(View::of);
    }
}
