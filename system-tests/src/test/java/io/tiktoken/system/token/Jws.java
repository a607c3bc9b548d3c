package io.tiktoken.system.token;

import io.tiktoken.system.customer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A signed token in its compact form, put together by hand: a library would not make most of what an attacker
 * can, and would share the misunderstandings of the one that checks.
 */
public record Jws(String header, String payload, String signature) {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** @param signer makes the signature of what it is given */
    public static Jws of(String headerJson, String payloadJson, UnaryOperator<byte[]> signer) {
        var header = encoded(headerJson);
        var payload = encoded(payloadJson);
        var signed = signer.apply((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
        return new Jws(header, payload, encoded(signed));
    }

    public static Jws of(Map<String, ?> header, Map<String, ?> payload, UnaryOperator<byte[]> signer) {
        return of(Answer.json(header), Answer.json(payload), signer);
    }

    public static Jws parse(String compact) {
        var parts = compact.split("\\.", -1);
        return new Jws(parts[0], parts[1], parts[2]);
    }

    public String headerJson() {
        return decoded(header);
    }

    public String payloadJson() {
        return decoded(payload);
    }

    public Jws withHeader(String json) {
        return new Jws(encoded(json), payload, signature);
    }

    public Jws withPayload(String json) {
        return new Jws(header, encoded(json), signature);
    }

    public Jws withSignature(String encoded) {
        return new Jws(header, payload, encoded);
    }

    public String compact() {
        return header + "." + payload + "." + signature;
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
