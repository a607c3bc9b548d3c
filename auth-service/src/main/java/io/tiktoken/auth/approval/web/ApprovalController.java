package io.tiktoken.auth.approval.web;

import io.tiktoken.auth.approval.GiveApproval;
import io.tiktoken.auth.approval.GiveApproval.Outcome.Given;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PayeeIsGiver;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PayeeNotFound;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PinIncorrect;
import io.tiktoken.auth.approval.GiveApproval.Outcome.PinLocked;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.pin.Pin;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.problem.Problem;
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
class ApprovalController {

    private final GiveApproval giveApproval;

    ApprovalController(GiveApproval giveApproval) {
        this.giveApproval = giveApproval;
    }

    @PostMapping("/api/approvals")
    ResponseEntity<?> give(Person person, @Valid @RequestBody ApprovalRequest body, Actor actor) {
        var giver = new UserId(person.id());
        return switch (giveApproval.give(
                giver, new Pin(body.pin()), body.operation().toOperation(), actor)) {
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
            case PayeeNotFound() ->
                Problem.of(HttpStatus.NOT_FOUND, "payee_not_found", "There is nobody like this to pay")
                        .response();
            case PayeeIsGiver() ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "payee_is_yourself", "You cannot pay yourself")
                        .response();
        };
    }
}
