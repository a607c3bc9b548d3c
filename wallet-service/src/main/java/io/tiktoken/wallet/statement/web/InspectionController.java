package io.tiktoken.wallet.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.freeze.web.FreezeView;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.limit.Limits;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.statement.ViewWallet;
import io.tiktoken.wallet.statement.ViewWallet.Inspected;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators anybody's wallet. There is one for every id, so nobody learns here whose ids there are. */
@RestController
@RequestMapping("/api/admin/wallets/{ownerId}")
@ForAdministrators
@Tag(name = "Wallets of others", description = "For administrators.")
class InspectionController {

    /**
     * What an administrator sees of a wallet.
     *
     * @param freeze what is in force; null when it is not frozen
     * @param freezes what was ever decided, newest first
     */
    record View(
            UUID ownerId,
            Money balance,
            Money reserved,
            Money available,
            Limits limits,
            @Nullable FreezeView freeze,
            List<FreezeView> freezes) {

        static View of(Inspected inspected) {
            var wallet = inspected.wallet().wallet();
            return new View(
                    wallet.owner().value(),
                    wallet.balance(),
                    wallet.reserved(),
                    wallet.available(),
                    inspected.wallet().limits(),
                    FreezeView.ofNullable(inspected.freezes().inForce()),
                    inspected.freezes().history().stream().map(FreezeView::of).toList());
        }
    }

    private final ViewWallet viewWallet;
    private final History history;

    InspectionController(ViewWallet viewWallet, History history) {
        this.viewWallet = viewWallet;
        this.history = history;
    }

    @GetMapping
    @Operation(
            summary = "Shows somebody's wallet",
            description = "Whether it is frozen, too, and what was ever decided about that.")
    @ApiResponse(responseCode = "200", description = "All zeros for who never had money")
    View wallet(@PathVariable UUID ownerId) {
        return View.of(viewWallet.inspect(new OwnerId(ownerId)));
    }

    @GetMapping("/transactions")
    @Operation(summary = "Lists what happened to it", description = "Newest first, as its owner sees it.")
    @ApiResponse(responseCode = "200", description = "A page of it")
    Page<Transaction> transactions(
            @PathVariable UUID ownerId,
            @RequestParam(required = false) @Nullable TransactionType type,
            @RequestParam(name = "q", required = false) @Size(max = 64) @Nullable String text,
            @RequestParam(required = false) @Nullable DayOrInstant from,
            @RequestParam(required = false) @Nullable DayOrInstant to,
            PageQuery query) {
        return history.of(new OwnerId(ownerId), Selection.between(type, text, from, to), query);
    }
}
