package io.tiktoken.auth.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Keys for other purposes than sealing keys and seeds, each made from the key-encryption key (HKDF, RFC 5869): what is
 * made with one tells nothing about another, and the operator has one key less to look after.
 */
@Component
public class DerivedKeys {

    private static final int BYTES = 32;

    private final SecretKey encryptionKey;

    DerivedKeys(KeySettings settings) {
        this.encryptionKey = settings.encryptionKey().toKey("HKDF");
    }

    public SecretKey forPurpose(String purpose, String algorithm) {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(encryptionKey)
                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of every Java", e);
        }
    }
}
