package io.tiktoken.auth.client;

import io.tiktoken.defaults.crypto.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Compares clients' secrets. They are long and random, never chosen by people, so a fast hash is safe; a slow one
 * would let whoever asks for tokens keep the processors busy.
 */
public final class ClientSecretEncoder extends AbstractValidatingPasswordEncoder {

    @Override
    protected String encodeNonNullPassword(String secret) {
        return Sha256.of(secret).hex();
    }

    @Override
    protected boolean matchesNonNull(String secret, String hash) {
        return MessageDigest.isEqual(Sha256.of(secret).bytes(), HexFormat.of().parseHex(hash));
    }
}
