package io.tiktoken.wallet.anchor;

import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

/**
 * What the notary says about a head on its record.
 *
 * @param signed the same, signed by the notary: a JWS
 */
public record Receipt(@Embedded(onEmpty = OnEmpty.USE_NULL) Anchor anchor, String signed) {}
