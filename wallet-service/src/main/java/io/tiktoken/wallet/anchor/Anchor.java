package io.tiktoken.wallet.anchor;

import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;

/** A head of the journal that is on the notary's record. */
public record Anchor(ChainHead head, Instant anchoredAt) {}
