package io.tiktoken.wallet.freeze.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.freeze.FreezeWallet;
import io.tiktoken.wallet.freeze.ViewFreezes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators make wallets stand still, and shows which do. */
@RestController
@RequestMapping("/api/admin/wallets")
@ForAdministrators
@Tag(name = "Freezes", description = "For administrators.")
class FreezeController {

    /** A wallet, and what is in force there; nothing when it is not frozen. */
    record FrozenWalletView(UUID ownerId, @Nullable FreezeView freeze) {}

    private final FreezeWallet freezeWallet;
    private final ViewFreezes viewFreezes;

    FreezeController(FreezeWallet freezeWallet, ViewFreezes viewFreezes) {
        this.freezeWallet = freezeWallet;
        this.viewFreezes = viewFreezes;
    }

    @PutMapping("/{ownerId}/freeze")
    @Operation(
            summary = "Freezes a wallet, or lifts that with `NONE`; every call may be repeated",
            description =
                    "Nothing new goes in that direction from then on. What was promised before still flows: reservations, refunds, money that a card was charged.")
    @ApiResponse(responseCode = "200", description = "What is in force now; no `freeze` when it was lifted")
    @ApiResponse(responseCode = "400", description = "`card_number_refused`, `validation_failed`, `malformed_request`")
    FrozenWalletView freeze(Person administrator, @PathVariable UUID ownerId, @Valid @RequestBody FreezeRequest body) {
        var inForce = freezeWallet.freeze(body.about(ownerId, administrator));
        return new FrozenWalletView(ownerId, inForce.map(FreezeView::of).orElse(null));
    }

    @GetMapping
    @Operation(summary = "The wallets that are frozen, the latest first; `frozen` must be true")
    @ApiResponse(responseCode = "200", description = "A page of them")
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`")
    Page<FrozenWalletView> frozen(
            @RequestParam @AssertTrue(message = "must be true: other wallets are not listed") boolean frozen,
            PageQuery query) {
        return viewFreezes
                .inForce(query)
                .map(freeze -> new FrozenWalletView(freeze.owner().value(), FreezeView.of(freeze)));
    }
}
