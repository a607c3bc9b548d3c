package io.tiktoken.system.forgery;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.token.Claims;
import io.tiktoken.system.token.Jws;
import io.tiktoken.system.token.SigningKey;
import java.security.KeyPair;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a forger works with at one door: an honest token for it, which says when a forgery is refused that only the
 * forged part was wrong; the shop's real key, for forgeries that no outsider could make; and the loot below.
 *
 * @param honest good at this very door
 * @param lure where a part would look for keys if it believed what a token says about them
 * @param loot real secrets and tokens that are meant for other doors
 */
record Workshop(SigningKey key, KeyPair own, String honest, String lure, Loot loot) {

    /** Good elsewhere, and nothing here. */
    record Loot(String session, String approval, byte[] approvalKey) {}

    Jws honestToken() {
        return Jws.parse(honest);
    }

    Claims claims() {
        return Claims.of(honest);
    }

    /** An honest header with one thing set. */
    Map<String, Object> header(String name, Object value) {
        var header = key.header();
        header.put(name, value);
        return header;
    }

    Map<String, Object> headerWithout(String name) {
        var header = key.header();
        header.remove(name);
        return header;
    }

    /** Signed with the right key, as only the shop can. */
    Attempt signed(Map<String, ?> header, Claims claims) {
        return Attempt.bearer(key.sign(header, claims.all()));
    }

    Attempt signed(Claims claims) {
        return signed(key.header(), claims);
    }

    /** The right claims under another header, signed in any way. */
    Attempt signed(Map<String, ?> header, UnaryOperator<byte[]> signer) {
        return Attempt.bearer(Jws.of(header, claims().all(), signer));
    }

    /** The right key signs a payload that is not even a set of claims. */
    Attempt signedPayload(String payload) {
        return Attempt.bearer(Jws.of(Answer.json(key.header()), payload, key::rs256));
    }

    /** The forger's own key signs, under a header that explains where that key is to be found. */
    Attempt signedWithOwnKey(Map<String, ?> header) {
        return signed(header, message -> Signatures.with("SHA256withRSA", own.getPrivate(), message));
    }
}
