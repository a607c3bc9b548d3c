package io.tiktoken.system.token;

import io.tiktoken.system.shop.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sqlite.SQLiteConfig;

/** The signing keys in auth-service's database, which nobody can open who does not hold the run's secrets. */
record SealedKeys(Path database, byte[] encryptionKey) {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    static SealedKeys of(Shop shop) {
        return new SealedKeys(
                shop.data().resolve("auth.db"), Base64.getDecoder().decode(shop.secret("TIKTOKEN_KEY_ENCRYPTION_KEY")));
    }

    String open(String id) {
        var sealed = sealed(id);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(encryptionKey, "AES"),
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
            var plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key %s does not open with the run's own key".formatted(id), e);
        }
    }

    private byte[] sealed(String id) {
        var readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        try (var connection = readOnly.createConnection("jdbc:sqlite:" + database);
                var query = connection.prepareStatement("SELECT sealed FROM signing_keys WHERE id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("auth-service signs with %s, which it does not keep".formatted(id));
                }
                return rows.getBytes(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read " + database, e);
        }
    }
}
