package io.tiktoken.wallet.anchor;

/**
 * What the notary says about a head on its record.
 *
 * @param signed the same, signed by the notary: a JWS
 */
public record Receipt(Anchor anchor, String signed) {}
