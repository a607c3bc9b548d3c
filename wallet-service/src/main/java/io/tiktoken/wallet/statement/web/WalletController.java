package io.tiktoken.wallet.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.statement.ViewWallet;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows people their own wallet: whose it is comes from the token, so there is no other to ask for. */
@RestController
@RequestMapping("/api/wallet")
@ForCustomers
@Tag(name = "Wallet")
class WalletController {

    private final ViewWallet viewWallet;
    private final History history;

    WalletController(ViewWallet viewWallet, History history) {
        this.viewWallet = viewWallet;
        this.history = history;
    }

    @GetMapping
    @Operation(summary = "The caller's wallet; all zeros for who never had money")
    WalletView wallet(Person person) {
        return WalletView.of(viewWallet.of(new OwnerId(person.id())));
    }

    @GetMapping("/transactions")
    @Operation(
            summary =
                    "What happened to it, newest first; from and to are days in Singapore or instants, q is in names or notes")
    @ApiResponse(responseCode = "400", description = "`validation_failed`, `malformed_request`")
    @ApiResponse(responseCode = "200", description = "A page of it")
    Page<Transaction> transactions(
            Person person,
            @RequestParam(required = false) @Nullable TransactionType type,
            @RequestParam(name = "q", required = false) @Size(max = 64) @Nullable String text,
            @RequestParam(required = false) @Nullable DayOrInstant from,
            @RequestParam(required = false) @Nullable DayOrInstant to,
            PageQuery query) {
        return history.of(new OwnerId(person.id()), Selection.between(type, text, from, to), query);
    }
}
