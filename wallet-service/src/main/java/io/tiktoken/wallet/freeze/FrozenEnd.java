package io.tiktoken.wallet.freeze;

/** Which end of a payment stands still. When both do, it is the payer's that counts: they may be told about their own. */
public enum FrozenEnd {
    NEITHER,
    PAYER,
    PAYEE
}
