package io.tiktoken.wallet.transfer.web;

import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.transfer.SendTransfer.Outcome;
import io.tiktoken.wallet.web.Code;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What a sender is told, whatever made them send. */
public final class TransferAnswer {

    private TransferAnswer() {}

    public static ResponseEntity<?> of(Outcome outcome, OwnerId sender) {
        return switch (outcome) {
            case Outcome.Sent(var entry) ->
                ResponseEntity.status(HttpStatus.CREATED).body(Transaction.of(entry, sender));
            case Outcome.InsufficientFunds() -> Code.INSUFFICIENT_FUNDS.response();
            case Outcome.LimitExceeded() -> Code.LIMIT_EXCEEDED.response();
            case Outcome.WalletFrozen() -> Code.WALLET_FROZEN.response();
            case Outcome.ReceiverCannotTakeIt() -> Code.RECEIVER_LIMIT_EXCEEDED.response();
            case Outcome.NotApproved(var reason) ->
                Code.valueOf("APPROVAL_" + reason.name()).response();
        };
    }
}
