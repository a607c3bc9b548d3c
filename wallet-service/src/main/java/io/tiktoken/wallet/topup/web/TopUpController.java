package io.tiktoken.wallet.topup.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.topup.Failure;
import io.tiktoken.wallet.topup.FindTopUp;
import io.tiktoken.wallet.topup.QuoteId;
import io.tiktoken.wallet.topup.ResumeTopUp;
import io.tiktoken.wallet.topup.StartTopUp;
import io.tiktoken.wallet.topup.TopUp;
import io.tiktoken.wallet.topup.TopUpId;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tops a wallet up by card, and tells how that went. */
@RestController
@RequestMapping("/api/wallet/top-ups")
@ForCustomers
@Tag(name = "Top-ups", description = "Money from a card becomes TikTokens in the wallet.")
class TopUpController {

    private static final Currency HOME = Currency.of("SGD");

    /**
     * What a customer asks for.
     *
     * @param amount what the card is to be charged
     * @param paymentMethod the card processor's token for the card, never a card number
     * @param quoteId for any currency but SGD
     */
    record Request(
            @NotNull Money amount,

            @NotNull
            @Pattern(regexp = "pm_[A-Za-z0-9_]{1,64}", message = "must be a card processor's token: pm_…")
            @Schema(example = "pm_card_visa")
            String paymentMethod,

            @Nullable UUID quoteId) {

        @AssertTrue(message = "amount must be more than zero")
        boolean isWorthCharging() {
            return amount == null || amount.isPositive();
        }

        StartTopUp.Request by(Person owner) {
            if (amount.currency().equals(HOME) && quoteId != null) {
                throw Code.HOME_CURRENCY_QUOTE_MISMATCH.exception();
            }
            if (amount.currency().equals(Currency.TTK)) {
                throw Code.CURRENCY_NOT_ACCEPTED.exception();
            }
            if (!amount.currency().equals(HOME) && quoteId == null) {
                throw Code.QUOTE_REQUIRED.exception();
            }
            return new StartTopUp.Request(
                    new OwnerId(owner.id()), amount, paymentMethod, quoteId == null ? null : new QuoteId(quoteId));
        }
    }

    /**
     * How a top-up stands.
     *
     * @param charged what the card is charged, once it succeeds
     * @param credited what came in; absent unless it succeeded
     * @param failure the problem's code; absent unless it failed
     * @param declineCode what the card's bank gave as the reason
     */
    record View(
            UUID id,
            TopUp.Status status,
            Money charged,
            @Nullable Money credited,
            @Nullable Money fee,
            @Schema(example = "card_declined") @Nullable String failure,

            @Schema(example = "insufficient_funds") @Nullable
            String declineCode,

            Instant createdAt) {

        static View of(TopUp topUp) {
            var price = topUp.status() == TopUp.Status.SUCCEEDED ? topUp.price() : null;
            var failure = Optional.ofNullable(topUp.failure());
            return new View(
                    topUp.id().value(),
                    topUp.status(),
                    topUp.charged(),
                    price == null ? null : price.credited(),
                    price == null ? null : price.fee(),
                    failure.map(Failure::reason).map(Failure.Reason::code).orElse(null),
                    failure.map(Failure::declineCode).orElse(null),
                    topUp.createdAt());
        }
    }

    private final Idempotency idempotency;
    private final StartTopUp startTopUp;
    private final ResumeTopUp resumeTopUp;
    private final FindTopUp findTopUp;

    TopUpController(Idempotency idempotency, StartTopUp startTopUp, ResumeTopUp resumeTopUp, FindTopUp findTopUp) {
        this.idempotency = idempotency;
        this.startTopUp = startTopUp;
        this.resumeTopUp = resumeTopUp;
        this.findTopUp = findTopUp;
    }

    @PostMapping
    @Operation(
            summary = "Charges a card and credits the wallet, once per key",
            description = "SGD at par, any other currency by a quote for exactly this amount. A card number anywhere in"
                    + " the request is refused with `card_number_refused`. A refusal after the start comes with its"
                    + " `topUpId`, and one by the card's bank with the `declineCode`.")
    @ApiResponse(
            responseCode = "201",
            description = "Credited, or `PENDING` until the card processor or fx-service answers",
            content = @Content(schema = @Schema(implementation = View.class)))
    @Refuses({
        Code.CURRENCY_NOT_ACCEPTED,
        Code.QUOTE_REQUIRED,
        Code.HOME_CURRENCY_QUOTE_MISMATCH,
        Code.QUOTE_MISMATCH,
        Code.QUOTE_NOT_FOUND,
        Code.QUOTE_REDEEMED,
        Code.QUOTE_EXPIRED,
        Code.CARD_DECLINED,
        Code.PAYMENT_METHOD_UNKNOWN,
        Code.TOP_UP_LIMIT_EXCEEDED,
        Code.TOP_UP_WALLET_FROZEN
    })
    ResponseEntity<?> topUp(Person person, IdempotentRequest request, @Valid @RequestBody Request body) {
        var start = body.by(person);
        var begun = idempotency.begin(request, body, () -> startTopUp.start(start), TopUpId::value, TopUpId::new);
        var id = begun.resource();
        var topUp = begun.replayed() ? mine(person, id) : resumeTopUp.resume(id);
        return Idempotency.marked(answer(topUp), begun.replayed());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Tells how a top-up stands", description = "Another person's does not exist here.")
    @ApiResponse(responseCode = "200", description = "As it stands")
    @Refuses(Code.TOP_UP_NOT_FOUND)
    View find(Person person, @PathVariable UUID id) {
        return View.of(mine(person, new TopUpId(id)));
    }

    private TopUp mine(Person person, TopUpId id) {
        return findTopUp.find(id, new OwnerId(person.id())).orElseThrow(Code.TOP_UP_NOT_FOUND::exception);
    }

    private static ResponseEntity<?> answer(TopUp topUp) {
        var failure = topUp.failure();
        return failure == null
                ? ResponseEntity.status(HttpStatus.CREATED)
                        .location(URI.create("/api/wallet/top-ups/" + topUp.id()))
                        .body(View.of(topUp))
                : refused(topUp, failure).response();
    }

    private static Problem refused(TopUp topUp, Failure failure) {
        var problem =
                code(failure.reason()).problem().with("topUpId", topUp.id().value());
        return failure.declineCode() == null ? problem : problem.with("declineCode", failure.declineCode());
    }

    private static Code code(Failure.Reason reason) {
        return switch (reason) {
            case LIMIT_EXCEEDED -> Code.TOP_UP_LIMIT_EXCEEDED;
            case WALLET_FROZEN -> Code.TOP_UP_WALLET_FROZEN;
            case CARD_DECLINED,
                    PAYMENT_METHOD_UNKNOWN,
                    QUOTE_NOT_FOUND,
                    QUOTE_REDEEMED,
                    QUOTE_EXPIRED,
                    QUOTE_MISMATCH -> Code.valueOf(reason.name());
        };
    }
}
