package io.tiktoken.wallet.statement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.time.DayOrInstant;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.limit.Limits;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.statement.ViewWallet;
import io.tiktoken.wallet.statement.ViewWallet.WalletWithLimits;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows people their own wallet: whose it is comes from the token, so there is no other to ask for. */
@RestController
@RequestMapping("/api/wallet")
@ForCustomers
@Tag(name = "Wallet", description = "The caller's own: what is in it, and what happened to it.")
class WalletController {

    /**
     * What the owner of a wallet sees.
     *
     * @param id the owner's
     * @param limits each with what is left of it
     * @param frozen which way no money goes; null when it is not frozen. Why is for administrators
     */
    record View(
            UUID id,
            Money balance,
            Money reserved,
            Money available,
            Limits limits,
            @Nullable Direction frozen) {

        static View of(WalletWithLimits found) {
            var wallet = found.wallet();
            return new View(
                    wallet.owner().value(),
                    wallet.balance(),
                    wallet.reserved(),
                    wallet.available(),
                    found.limits(),
                    found.frozen() == Direction.NONE ? null : found.frozen());
        }
    }

    private final ViewWallet viewWallet;
    private final History history;

    WalletController(ViewWallet viewWallet, History history) {
        this.viewWallet = viewWallet;
        this.history = history;
    }

    @GetMapping
    @Operation(summary = "Shows the caller's wallet", description = "All zeros for who never had money.")
    @ApiResponse(responseCode = "200", description = "The wallet")
    View wallet(Person person) {
        return View.of(viewWallet.of(new OwnerId(person.id())));
    }

    @GetMapping("/transactions")
    @Operation(
            summary = "Lists what happened to it",
            description = "Newest first. `from` and `to` are days in Singapore or instants; `q` is in names or notes.")
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
