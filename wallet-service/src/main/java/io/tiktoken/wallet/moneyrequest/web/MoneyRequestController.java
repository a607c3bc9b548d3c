package io.tiktoken.wallet.moneyrequest.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.moneyrequest.AnswerMoneyRequest;
import io.tiktoken.wallet.moneyrequest.MoneyRequest;
import io.tiktoken.wallet.moneyrequest.MoneyRequestId;
import io.tiktoken.wallet.moneyrequest.RequestMoney;
import io.tiktoken.wallet.moneyrequest.ViewMoneyRequests;
import io.tiktoken.wallet.moneyrequest.ViewMoneyRequests.Side;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.transfer.MaskedName;
import io.tiktoken.wallet.transfer.SendTransfer;
import io.tiktoken.wallet.transfer.web.TransferAnswer;
import io.tiktoken.wallet.web.Code;
import io.tiktoken.wallet.web.Refuses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks others for money, shows what was asked, and takes the answers. */
@RestController
@RequestMapping("/api/wallet/money-requests")
@ForCustomers
@Tag(name = "Money requests", description = "One person asks another for TikTokens; none move until that one pays.")
class MoneyRequestController {

    /**
     * What a payer sends.
     *
     * @param approval the payer's, for a transfer of the amount to the requester
     */
    record Payment(
            @NotNull @Size(max = 4096) @Schema(example = "eyJ0eXAiOiJhcHByb3ZhbCtqd3Qi.eyJqdGkiOiI3.c2ln")
            String approval) {

        @Override
        public String toString() {
            return "Payment[not shown]";
        }
    }

    private final RequestMoney requestMoney;
    private final ViewMoneyRequests viewMoneyRequests;
    private final AnswerMoneyRequest answerMoneyRequest;
    private final SendTransfer sendTransfer;
    private final Idempotency idempotency;

    MoneyRequestController(
            RequestMoney requestMoney,
            ViewMoneyRequests viewMoneyRequests,
            AnswerMoneyRequest answerMoneyRequest,
            SendTransfer sendTransfer,
            Idempotency idempotency) {
        this.requestMoney = requestMoney;
        this.viewMoneyRequests = viewMoneyRequests;
        this.answerMoneyRequest = answerMoneyRequest;
        this.sendTransfer = sendTransfer;
        this.idempotency = idempotency;
    }

    @PostMapping
    @Operation(
            summary = "Asks another person for money, once per key",
            description = "No money moves. A card number in the username or the note is refused with"
                    + " `card_number_refused`.")
    @ApiResponse(
            responseCode = "201",
            description = "Asked, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = MoneyRequestView.class)))
    @Refuses({
        Code.PAYER_NOT_FOUND,
        Code.PAYER_IS_YOURSELF,
        Code.TOO_MANY_OPEN_REQUESTS,
        Code.MONEY_REQUEST_LIMIT_EXCEEDED,
        Code.PAYER_TEMPORARILY_UNAVAILABLE
    })
    ResponseEntity<?> ask(Person person, IdempotentRequest request, @Valid @RequestBody MoneyRequestRequest body) {
        var asked = body.by(person);
        return idempotency.once(request, body, () -> requestMoney.prepare(asked), prepared -> answer(prepared.get()));
    }

    @GetMapping
    @Operation(
            summary = "Lists what the caller was asked for, or asked others for",
            description = "Newest first; with `side=sent` what the caller asked for.")
    @ApiResponse(responseCode = "200", description = "A page of it")
    Page<MoneyRequestView> list(
            Person person,
            @Schema(allowableValues = {"received", "sent"}) @RequestParam(defaultValue = "received") String side,
            PageQuery query) {
        return viewMoneyRequests.of(new OwnerId(person.id()), side(side), query).map(MoneyRequestView::of);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Shows one that the caller made or was sent",
            description = "One between other people does not exist here.")
    @ApiResponse(responseCode = "200", description = "As it stands")
    @Refuses(Code.MONEY_REQUEST_NOT_FOUND)
    MoneyRequestView one(Person person, @PathVariable UUID id) {
        return MoneyRequestView.of(mine(person, id));
    }

    @PostMapping("/{id}/payment")
    @Operation(
            summary = "Pays it, once per key",
            description = "With the payer's approval for a transfer of its amount to the requester. Another person's"
                    + " to pay does not exist here. `no_longer_open` comes with its `status`.")
    @ApiResponse(
            responseCode = "201",
            description = "Paid, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = Transaction.class)))
    @Refuses({
        Code.MONEY_REQUEST_NOT_FOUND,
        Code.MONEY_REQUEST_NO_LONGER_OPEN,
        Code.INSUFFICIENT_FUNDS,
        Code.LIMIT_EXCEEDED,
        Code.WALLET_FROZEN,
        Code.RECEIVER_LIMIT_EXCEEDED,
        Code.APPROVAL_INVALID,
        Code.APPROVAL_EXPIRED,
        Code.APPROVAL_USED
    })
    ResponseEntity<?> pay(
            Person payer, IdempotentRequest request, @PathVariable UUID id, @Valid @RequestBody Payment body) {
        var owner = new OwnerId(payer.id());
        var transfer = answerMoneyRequest.transferFor(mine(payer, id), MaskedName.of(payer.username(), payer.name()));
        return idempotency.once(
                request,
                body,
                () -> sendTransfer.judge(transfer, body.approval()),
                verdict -> answer(answerMoneyRequest.pay(new MoneyRequestId(id), owner, transfer, verdict), owner));
    }

    @PostMapping("/{id}/refusal")
    @Operation(
            summary = "Turns it down; whoever asked takes it back",
            description = "May be repeated. `no_longer_open` comes with its `status`.")
    @ApiResponse(
            responseCode = "200",
            description = "`REFUSED`, or `WITHDRAWN`",
            content = @Content(schema = @Schema(implementation = MoneyRequestView.class)))
    @Refuses({Code.MONEY_REQUEST_NOT_FOUND, Code.MONEY_REQUEST_NO_LONGER_OPEN})
    ResponseEntity<?> refuse(Person person, @PathVariable UUID id) {
        var owner = new OwnerId(person.id());
        return answer(answerMoneyRequest.refuse(new MoneyRequestId(id), owner), owner);
    }

    private MoneyRequest mine(Person person, UUID id) {
        return viewMoneyRequests
                .one(new MoneyRequestId(id), new OwnerId(person.id()))
                .orElseThrow(Code.MONEY_REQUEST_NOT_FOUND::exception);
    }

    private static ResponseEntity<?> answer(RequestMoney.Outcome outcome) {
        return switch (outcome) {
            case RequestMoney.Outcome.Asked(var request) ->
                ResponseEntity.status(HttpStatus.CREATED).body(MoneyRequestView.of(request));
            case RequestMoney.Outcome.NobodyCalledThat() -> Code.PAYER_NOT_FOUND.response();
            case RequestMoney.Outcome.NotYourself() -> Code.PAYER_IS_YOURSELF.response();
            case RequestMoney.Outcome.TooManyOpen() -> Code.TOO_MANY_OPEN_REQUESTS.response();
            case RequestMoney.Outcome.MoreThanAnybodyMaySend() -> Code.MONEY_REQUEST_LIMIT_EXCEEDED.response();
            case RequestMoney.Outcome.NoAnswer() ->
                Code.PAYER_TEMPORARILY_UNAVAILABLE
                        .problem()
                        .retryAfterSeconds(5)
                        .response();
        };
    }

    private static ResponseEntity<?> answer(AnswerMoneyRequest.Outcome outcome, OwnerId person) {
        return switch (outcome) {
            case AnswerMoneyRequest.Outcome.Answered(var transfer) -> TransferAnswer.of(transfer, person);
            case AnswerMoneyRequest.Outcome.Closed(var request) -> ResponseEntity.ok(MoneyRequestView.of(request));
            case AnswerMoneyRequest.Outcome.NoLongerOpen(var request) ->
                Code.MONEY_REQUEST_NO_LONGER_OPEN
                        .problem()
                        .with("status", request.state())
                        .response();
            case AnswerMoneyRequest.Outcome.Unknown() -> throw Code.MONEY_REQUEST_NOT_FOUND.exception();
        };
    }

    private static Side side(String text) {
        return Arrays.stream(Side.values())
                .filter(side -> side.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(Code.MONEY_REQUEST_SIDE_VALIDATION_FAILED::exception);
    }
}
