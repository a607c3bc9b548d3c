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
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemException;
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
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
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
@Tag(name = "Money requests")
class MoneyRequestController {

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
    @Operation(summary = "Asks another person for money, once per key; no money moves")
    @ApiResponse(
            responseCode = "201",
            description = "Asked, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = MoneyRequestView.class)))
    @ApiResponse(
            responseCode = "400",
            description =
                    "`card_number_refused`, `idempotency_key_missing`, `idempotency_key_invalid`, `validation_failed`, `malformed_request`")
    @ApiResponse(responseCode = "404", description = "`payer_not_found`")
    @ApiResponse(responseCode = "409", description = "`idempotency_key_in_use`")
    @ApiResponse(
            responseCode = "422",
            description = "`limit_exceeded`, `payer_is_yourself`, `too_many_open_requests`, `idempotency_key_reused`")
    @ApiResponse(responseCode = "503", description = "`temporarily_unavailable`: nothing was asked")
    ResponseEntity<?> ask(Person person, IdempotentRequest request, @Valid @RequestBody MoneyRequestRequest body) {
        var asked = body.by(person);
        return idempotency.once(request, body, () -> requestMoney.prepare(asked), prepared -> answer(prepared.get()));
    }

    @GetMapping
    @Operation(summary = "What the caller was asked for, or with `side=sent` asked others for, newest first")
    @ApiResponse(responseCode = "200", description = "A page of it")
    Page<MoneyRequestView> list(
            Person person,
            @Schema(allowableValues = {"received", "sent"}) @RequestParam(defaultValue = "received") String side,
            PageQuery query) {
        return viewMoneyRequests.of(new OwnerId(person.id()), side(side), query).map(MoneyRequestView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One that the caller made or was sent")
    @ApiResponse(responseCode = "200", description = "As it stands")
    @ApiResponse(responseCode = "404", description = "`not_found`: there is none, or it is between others")
    MoneyRequestView one(Person person, @PathVariable UUID id) {
        return MoneyRequestView.of(mine(person, id));
    }

    @PostMapping("/{id}/payment")
    @Operation(summary = "Pays it, once, with the payer's approval for a transfer to the requester")
    @ApiResponse(
            responseCode = "201",
            description = "Paid, now or by an earlier request with this key",
            content = @Content(schema = @Schema(implementation = Transaction.class)))
    @ApiResponse(responseCode = "402", description = "`insufficient_funds`")
    @ApiResponse(
            responseCode = "403",
            description = "`approval_invalid`, `approval_expired`, `approval_used`, `wallet_frozen`")
    @ApiResponse(responseCode = "404", description = "`not_found`: there is none, or it is not the caller's to pay")
    @ApiResponse(responseCode = "409", description = "`no_longer_open` with `status`")
    @ApiResponse(
            responseCode = "422",
            description = "`limit_exceeded`, `receiver_limit_exceeded`, `idempotency_key_reused`")
    ResponseEntity<?> pay(
            Person payer, IdempotentRequest request, @PathVariable UUID id, @Valid @RequestBody PaymentRequest body) {
        var owner = new OwnerId(payer.id());
        var transfer = answerMoneyRequest.transferFor(mine(payer, id), MaskedName.of(payer.username(), payer.name()));
        return idempotency.once(
                request,
                body,
                () -> sendTransfer.judge(transfer, body.approval()),
                verdict -> answer(answerMoneyRequest.pay(new MoneyRequestId(id), owner, transfer, verdict), owner));
    }

    @PostMapping("/{id}/refusal")
    @Operation(summary = "Turns it down; whoever asked takes it back by the same call, which may be repeated")
    @ApiResponse(
            responseCode = "200",
            description = "`REFUSED`, or `WITHDRAWN`",
            content = @Content(schema = @Schema(implementation = MoneyRequestView.class)))
    @ApiResponse(responseCode = "404", description = "`not_found`")
    @ApiResponse(responseCode = "409", description = "`no_longer_open` with `status`")
    ResponseEntity<?> refuse(Person person, @PathVariable UUID id) {
        var owner = new OwnerId(person.id());
        return answer(answerMoneyRequest.refuse(new MoneyRequestId(id), owner), owner);
    }

    private MoneyRequest mine(Person person, UUID id) {
        return viewMoneyRequests
                .one(new MoneyRequestId(id), new OwnerId(person.id()))
                .orElseThrow(MoneyRequestController::unknown);
    }

    private static ResponseEntity<?> answer(RequestMoney.Outcome outcome) {
        return switch (outcome) {
            case RequestMoney.Outcome.Asked(var request) ->
                ResponseEntity.status(HttpStatus.CREATED).body(MoneyRequestView.of(request));
            case RequestMoney.Outcome.NobodyCalledThat() ->
                problem(HttpStatus.NOT_FOUND, "payer_not_found", "Nobody has this username");
            case RequestMoney.Outcome.NotYourself() ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "payer_is_yourself", "You cannot ask yourself");
            case RequestMoney.Outcome.TooManyOpen() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too_many_open_requests",
                        "Too many of your requests are still open; wait for answers or take some back");
            case RequestMoney.Outcome.MoreThanAnybodyMaySend() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "limit_exceeded",
                        "This is more than anybody may send at once; ask for less");
            case RequestMoney.Outcome.NoAnswer() ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "temporarily_unavailable",
                                "Who that is cannot be found out just now. Nothing was asked; please try again")
                        .retryAfterSeconds(5)
                        .response();
        };
    }

    private static ResponseEntity<?> answer(AnswerMoneyRequest.Outcome outcome, OwnerId person) {
        return switch (outcome) {
            case AnswerMoneyRequest.Outcome.Answered(var transfer) -> TransferAnswer.of(transfer, person);
            case AnswerMoneyRequest.Outcome.Closed(var request) -> ResponseEntity.ok(MoneyRequestView.of(request));
            case AnswerMoneyRequest.Outcome.NoLongerOpen(var request) ->
                Problem.of(HttpStatus.CONFLICT, "no_longer_open", "This request has been answered, or is over")
                        .with("status", request.state())
                        .response();
            case AnswerMoneyRequest.Outcome.Unknown() -> throw unknown();
        };
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("There is no such request of yours");
    }

    private static Side side(String text) {
        return Optional.of(text.toUpperCase(Locale.ROOT))
                .filter(name -> name.equals("SENT") || name.equals("RECEIVED"))
                .map(Side::valueOf)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "validation_failed", "side must be received or sent")));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
