package io.tiktoken.wallet.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PAYMENT_REQUIRED;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.tiktoken.defaults.problem.ProblemCode;

/** Every refusal of this service. What is one code in several places is a constant for each, named after the place. */
public enum Code implements ProblemCode {
    // Why money does not move from one person to another.
    @Means(status = PAYMENT_REQUIRED, sentence = "There is not enough money available")
    INSUFFICIENT_FUNDS,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "This is more than your wallet may spend; your wallet shows how much is left")
    LIMIT_EXCEEDED,
    @Means(status = FORBIDDEN, sentence = "Your wallet is frozen and can send nothing; the shop can tell you more")
    WALLET_FROZEN,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "The receiver's wallet cannot take this much; nothing was sent")
    RECEIVER_LIMIT_EXCEEDED,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "You cannot send to yourself")
    PAYEE_IS_YOURSELF,
    @Means(status = FORBIDDEN, sentence = "The approval is not for this, or not genuine")
    APPROVAL_INVALID,
    @Means(status = FORBIDDEN, sentence = "The approval has expired; approve again")
    APPROVAL_EXPIRED,
    @Means(status = FORBIDDEN, sentence = "The approval was used already; approve again")
    APPROVAL_USED,

    // Money requests.
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is no such request of yours")
    MONEY_REQUEST_NOT_FOUND,
    @Means(status = NOT_FOUND, sentence = "Nobody has this username")
    PAYER_NOT_FOUND,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "You cannot ask yourself")
    PAYER_IS_YOURSELF,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "Too many of your requests are still open; wait for answers or take some back")
    TOO_MANY_OPEN_REQUESTS,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            code = "limit_exceeded",
            sentence = "This is more than anybody may send at once; ask for less")
    MONEY_REQUEST_LIMIT_EXCEEDED,
    @Means(status = CONFLICT, code = "no_longer_open", sentence = "This request has been answered, or is over")
    MONEY_REQUEST_NO_LONGER_OPEN,
    @Means(status = BAD_REQUEST, code = "validation_failed", sentence = "side must be received or sent")
    MONEY_REQUEST_SIDE_VALIDATION_FAILED,
    @Means(
            status = SERVICE_UNAVAILABLE,
            code = "temporarily_unavailable",
            sentence = "Who that is cannot be found out just now. Nothing was asked; please try again")
    PAYER_TEMPORARILY_UNAVAILABLE,

    // Top-ups.
    @Means(status = NOT_FOUND, code = "not_found", sentence = "You have no such top-up")
    TOP_UP_NOT_FOUND,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "A card is charged in money; TikTokens are what that buys")
    CURRENCY_NOT_ACCEPTED,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "Ask for a quote first: only SGD is exchanged without one")
    QUOTE_REQUIRED,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            code = "quote_mismatch",
            sentence = "SGD is exchanged at par and needs no quote")
    HOME_CURRENCY_QUOTE_MISMATCH,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "The quote is for another amount; nothing was taken")
    QUOTE_MISMATCH,
    @Means(status = NOT_FOUND, sentence = "You have no such quote; nothing was taken")
    QUOTE_NOT_FOUND,
    @Means(status = CONFLICT, sentence = "The quote was used for another top-up; nothing was taken")
    QUOTE_REDEEMED,
    @Means(status = GONE, sentence = "The quote has expired; ask for a new one. Nothing was taken")
    QUOTE_EXPIRED,
    @Means(status = PAYMENT_REQUIRED, sentence = "The card's bank declined the charge; nothing was taken")
    CARD_DECLINED,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "The card processor knows no such payment method; nothing was taken")
    PAYMENT_METHOD_UNKNOWN,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            code = "limit_exceeded",
            sentence = "The wallet may not hold so much; nothing was taken")
    TOP_UP_LIMIT_EXCEEDED,
    @Means(
            status = FORBIDDEN,
            code = "wallet_frozen",
            sentence = "Your wallet is frozen and can take nothing; nothing was taken")
    TOP_UP_WALLET_FROZEN,

    // Reservations and refunds, for order-service.
    @Means(status = UNPROCESSABLE_CONTENT, code = "limit_exceeded", sentence = "This is more than the wallet may spend")
    RESERVATION_LIMIT_EXCEEDED,
    @Means(status = UNPROCESSABLE_CONTENT, code = "wallet_frozen", sentence = "The wallet is frozen")
    RESERVATION_WALLET_FROZEN,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "The payee's wallet is frozen")
    PAYEE_FROZEN,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "This id was used for another request")
    BODY_DIFFERS,
    @Means(status = NOT_FOUND, sentence = "Nothing was reserved under this id")
    NOT_RESERVED,
    @Means(status = CONFLICT, sentence = "Nothing is set aside any more: it was released")
    ALREADY_RELEASED,
    @Means(status = CONFLICT, sentence = "The payee has been paid; only a refund undoes that")
    ALREADY_COMMITTED,
    @Means(status = CONFLICT, sentence = "Nothing is set aside any more: it expired")
    EXPIRED,
    @Means(status = UNPROCESSABLE_CONTENT, code = "body_differs", sentence = "This id was used for something else")
    REFUND_BODY_DIFFERS,
    @Means(status = NOT_FOUND, code = "not_reserved", sentence = "There is no such reservation")
    REFUND_NOT_RESERVED,
    @Means(status = PAYMENT_REQUIRED, code = "insufficient_funds", sentence = "The payee no longer holds so much")
    REFUND_INSUFFICIENT_FUNDS,
    @Means(status = CONFLICT, sentence = "This is more than is left of what was paid")
    EXCEEDS_COMMITTED,

    // Adjustments.
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There is no such adjustment")
    ADJUSTMENT_NOT_FOUND,
    @Means(status = UNPROCESSABLE_CONTENT, sentence = "This wallet has no such transaction to correct")
    TRANSACTION_NOT_FOUND,
    @Means(
            status = PAYMENT_REQUIRED,
            code = "insufficient_funds",
            sentence = "There is not so much available in this wallet; nothing was booked")
    ADJUSTMENT_INSUFFICIENT_FUNDS,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            code = "limit_exceeded",
            sentence = "One adjustment is at most %s, in or out")
    ADJUSTMENT_LIMIT_EXCEEDED,
    @Means(
            status = CONFLICT,
            code = "no_longer_open",
            sentence = "This was decided or has run out; ask for it anew if it is still needed")
    ADJUSTMENT_NO_LONGER_OPEN,
    @Means(
            status = FORBIDDEN,
            sentence = "Another administrator has to confirm what you asked for, and what is about your own wallet")
    NEEDS_ANOTHER_ADMINISTRATOR,
    @Means(
            status = CONFLICT,
            sentence = "Whoever asked for this is no longer an administrator; ask for it anew if it is still needed")
    REQUESTER_NO_LONGER_ABLE,
    @Means(
            status = FORBIDDEN,
            code = "forbidden",
            sentence = "You are no longer an administrator; log in again to see what you are")
    ADJUSTMENT_FORBIDDEN,
    @Means(
            status = SERVICE_UNAVAILABLE,
            code = "temporarily_unavailable",
            sentence = "How many administrators there are cannot be found out just now. Nothing was changed; "
                    + "please try again")
    ADMINISTRATORS_TEMPORARILY_UNAVAILABLE,

    // Statements and proofs.
    @Means(status = BAD_REQUEST, code = "validation_failed", sentence = "from must not be after to")
    PERIOD_VALIDATION_FAILED,
    @Means(
            status = UNPROCESSABLE_CONTENT,
            sentence = "More than %s transactions do not fit into one statement; ask for fewer days")
    STATEMENT_TOO_LONG,
    @Means(
            status = SERVICE_UNAVAILABLE,
            code = "temporarily_unavailable",
            sentence = "Many statements are being drawn just now; please try again in a moment")
    STATEMENT_TEMPORARILY_UNAVAILABLE,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "There was no full check since the start")
    FULL_CHECK_NOT_FOUND,
    @Means(status = NOT_FOUND, code = "not_found", sentence = "You have no such transaction")
    PROVEN_TRANSACTION_NOT_FOUND,
    @Means(
            status = CONFLICT,
            code = "proof_unavailable",
            sentence = "This transaction is from before transactions were sealed so that each owner can be "
                    + "shown theirs alone; to prove it would show the other side's part")
    FIRST_FORM_PROOF_UNAVAILABLE,
    @Means(
            status = CONFLICT,
            code = "proof_unavailable",
            sentence = "The journal does not lead from this transaction to the next head on record; please tell us")
    INTERRUPTED_PROOF_UNAVAILABLE,
    @Means(
            status = CONFLICT,
            code = "proof_unavailable",
            sentence = "The next head of the journal on record is too far away from this transaction")
    TOO_FAR_PROOF_UNAVAILABLE
}
