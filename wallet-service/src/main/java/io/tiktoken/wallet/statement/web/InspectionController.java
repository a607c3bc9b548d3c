package io.tiktoken.wallet.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.statement.ViewWallet;
import jakarta.validation.constraints.Size;
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

    private final ViewWallet viewWallet;
    private final History history;

    InspectionController(ViewWallet viewWallet, History history) {
        this.viewWallet = viewWallet;
        this.history = history;
    }

    @GetMapping
    @Operation(summary = "Somebody's wallet, whether it is frozen, and what was decided about that")
    @ApiResponse(responseCode = "200", description = "All zeros for who never had money")
    InspectedWalletView wallet(@PathVariable UUID ownerId) {
        return InspectedWalletView.of(viewWallet.inspect(new OwnerId(ownerId)));
    }

    @GetMapping("/transactions")
    @Operation(summary = "What happened to it, as its owner sees it, newest first")
    @ApiResponse(responseCode = "200", description = "A page of it")
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`")
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
