package io.tiktoken.wallet.ledger;

/** What a movement is to the owner of a wallet: one entry is a purchase to one side and a sale to the other. */
public enum TransactionType {
    TOP_UP,
    TRANSFER_OUT,
    TRANSFER_IN,
    PURCHASE,
    SALE,
    REFUND,
    ADJUSTMENT
}
