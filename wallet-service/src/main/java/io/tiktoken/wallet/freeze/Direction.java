package io.tiktoken.wallet.freeze;

/** Which way no money goes any more: into a wallet, out of it, or neither. */
public enum Direction {
    /** The wallet is not frozen. */
    NONE,
    IN,
    OUT,
    BOTH
}
