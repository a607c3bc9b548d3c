package io.tiktoken.auth.approval.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.approval.GiveApproval;
import io.tiktoken.auth.approval.GiveApproval.Outcome.AccountSuspended;
import io.tiktoken.auth.approval.GiveApproval.Outcome.Given;
import io.tiktoken.auth.approval.GiveApproval.Outcome.OtpRefused;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PayeeIsGiver;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PayeeNotFound;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PinIncorrect;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PinLocked;
import io.tiktoken.auth.approval.GiveApproval.Outcome.TooEarly;
import io.tiktoken.auth.approval.GiveApproval.Outcome.TooManyFailures;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.totp.web.OtpProblem;
import io.tiktoken.auth.user.Turns;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.Person;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes PINs and gives approvals. */
@RestController
@ForCustomers
class ApprovalController {

    private final GiveApproval giveApproval;

    ApprovalController(GiveApproval giveApproval) {
        this.giveApproval = giveApproval;
    }

    @Operation(summary = "Approves one exact operation for two minutes, with the PIN")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    @ApiResponse(
            responseCode = "403",
            description = "`pin_incorrect` or `otp_incorrect` with `attemptsLeft`, `account_suspended`; `otp_required`"
                    + " when what was approved today without a code, and this, are together more than the border")
    @ApiResponse(responseCode = "404", description = "`payee_not_found`")
    @ApiResponse(responseCode = "422", description = "`payee_is_yourself`")
    @ApiResponse(responseCode = "423", description = "`pin_locked`, `otp_locked`")
    @ApiResponse(
            responseCode = "429",
            description = "`too_many_requests`: too many accounts got their PIN wrong from this address, or another"
                    + " approval of this person is being given; repeat it after `Retry-After`")
    @PostMapping("/api/approvals")
    ResponseEntity<?> give(Person person, @Valid @RequestBody ApprovalRequest body, Actor actor) {
        var giver = new UserId(person.id());
        return switch (giveApproval.give(
                giver, new Pin(body.pin()), body.toOtp(), body.operation().toOperation(), actor)) {
            case Given(var approval) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(ApprovalView.of(approval));
            case PinIncorrect(var attemptsLeft) ->
                Problem.of(HttpStatus.FORBIDDEN, "pin_incorrect", "This is not your PIN")
                        .with("attemptsLeft", attemptsLeft)
                        .response();
            case PinLocked() ->
                Problem.of(
                                HttpStatus.LOCKED,
                                "pin_locked",
                                "The PIN was wrong too often. Get a new one with your password")
                        .response();
            case TooManyFailures(var retryAfter) ->
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too_many_requests",
                                "Too many people got their PIN wrong where you are; please try again later")
                        .retryAfterSeconds(retryAfter.plusMillis(999).toSeconds())
                        .response();
            case TooEarly() ->
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too_many_requests",
                                "Another approval of yours is being given; please try again in a moment")
                        .retryAfterSeconds(Turns.COME_AGAIN.toSeconds())
                        .response();
            case OtpRefused(var why) -> OtpProblem.of(HttpStatus.FORBIDDEN, why).response();
            case AccountSuspended() ->
                Problem.of(
                                HttpStatus.FORBIDDEN,
                                "account_suspended",
                                "This account is suspended; please speak to the shop")
                        .response();
            case PayeeNotFound() ->
                Problem.of(HttpStatus.NOT_FOUND, "payee_not_found", "There is nobody like this to pay")
                        .response();
            case PayeeIsGiver() ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "payee_is_yourself", "You cannot pay yourself")
                        .response();
        };
    }
}
