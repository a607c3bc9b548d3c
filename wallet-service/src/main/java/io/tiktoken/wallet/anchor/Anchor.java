package io.tiktoken.wallet.anchor;

import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/** A head of the journal that is on the notary's record. */
public record Anchor(@Embedded(onEmpty = OnEmpty.USE_NULL) ChainHead head, Instant anchoredAt) {}
