package io.tiktoken.wallet.topup;

/** How far a top-up has come. */
public enum TopUpStatus {
    /** Not known yet: somebody owes us an answer and is asked again until it comes. */
    PENDING,
    SUCCEEDED,
    /** No money came in. */
    FAILED
}
