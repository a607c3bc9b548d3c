package io.tiktoken.wallet.ledger;

import io.tiktoken.wallet.limit.Limits;

/** Breaks the rule that the ledger stands by itself, so that a rule which can no longer fail is noticed. */
public class OffenderInTheLedger {
    Limits limits;
}
