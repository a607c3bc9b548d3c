package io.tiktoken.wallet.transfer.web;

import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.wallet.approval.web.ApprovalProblems;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.transfer.SendTransfer.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a sender is told, whatever made them send. */
public final class TransferAnswer {

    private TransferAnswer() {}

    public static ResponseEntity<?> of(Outcome outcome, OwnerId sender) {
        return switch (outcome) {
            case Outcome.Sent(var entry) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Transaction.of(entry, sender));
            case Outcome.InsufficientFunds() ->
                problem(HttpStatus.PAYMENT_REQUIRED, "insufficient_funds", "There is not enough money available");
            case Outcome.LimitExceeded() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "limit_exceeded",
                        "This is more than your wallet may spend; your wallet shows how much is left");
            case Outcome.WalletFrozen() ->
                problem(
                        HttpStatus.FORBIDDEN,
                        "wallet_frozen",
                        "Your wallet is frozen and can send nothing; the shop can tell you more");
            case Outcome.ReceiverCannotTakeIt() ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "receiver_limit_exceeded",
                        "The receiver's wallet cannot take this much; nothing was sent");
            case Outcome.NotApproved(var reason) -> ApprovalProblems.of(reason).response();
        };
    }

    private static ResponseEntity<?> problem(HttpStatus status, String code, String sentence) {
        return Problem.of(status, code, sentence).response();
    }
}
