package io.tiktoken.wallet.freeze.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.FreezeWallet;
import io.tiktoken.wallet.freeze.ViewFreezes;
import io.tiktoken.wallet.ledger.OwnerId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
@Tag(name = "Freezes", description = "Administrators make wallets stand still.")
class FreezeController {

    /**
     * What an administrator decides about a wallet.
     *
     * @param direction which way no money may go from now on; {@code NONE} lifts what there is
     */
    record Request(
            @NotNull Direction direction,

            @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE) @Schema(example = "Phone was stolen")
            String reason) {

        Request {
            reason = VisibleText.of(requireNonNullElse(reason, ""));
        }

        FreezeWallet.Request about(UUID owner, Person administrator) {
            CardNumbers.refuse(reason);
            return new FreezeWallet.Request(
                    new OwnerId(owner),
                    direction,
                    new Reason(reason),
                    new Administrator(administrator.id(), administrator.username()));
        }
    }

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
            summary = "Freezes a wallet, or lifts that with `NONE`",
            description = "Nothing new goes in that direction from then on. What was promised before still flows:"
                    + " reservations, refunds, money that a card was charged. May be repeated. A card number in the"
                    + " reason is refused with `card_number_refused`.")
    @ApiResponse(responseCode = "200", description = "What is in force now; no `freeze` when it was lifted")
    FrozenWalletView freeze(Person administrator, @PathVariable UUID ownerId, @Valid @RequestBody Request body) {
        var inForce = freezeWallet.freeze(body.about(ownerId, administrator));
        return new FrozenWalletView(ownerId, inForce.map(FreezeView::of).orElse(null));
    }

    @GetMapping
    @Operation(
            summary = "Lists the wallets that are frozen",
            description = "The latest first. `frozen` must be true: other wallets are not listed.")
    @ApiResponse(responseCode = "200", description = "A page of them")
    Page<FrozenWalletView> frozen(
            @RequestParam @AssertTrue(message = "must be true: other wallets are not listed") boolean frozen,
            PageQuery query) {
        return viewFreezes
                .inForce(query)
                .map(freeze -> new FrozenWalletView(freeze.owner().value(), FreezeView.of(freeze)));
    }
}
