package io.tiktoken.auth.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The signing keys as they rest in the database: sealed. */
@Repository
class StoredKeys {

    private final JdbcClient jdbc;
    private final KeyCipher cipher;
    private final Clock clock;

    StoredKeys(JdbcClient jdbc, KeyCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<RSAKey> newestFirst() {
        return jdbc.sql("SELECT id, sealed FROM signing_keys ORDER BY created_at DESC, id DESC")
                .query((row, _) -> opened(row.getString("id"), row.getBytes("sealed")))
                .list();
    }

    void add(RSAKey key) {
        var plain = key.toJSONString().getBytes(StandardCharsets.UTF_8);
        jdbc.sql("INSERT INTO signing_keys (id, sealed, created_at) VALUES (?, ?, ?)")
                .params(key.getKeyID(), cipher.seal(key.getKeyID(), plain), clock.millis())
                .update();
    }

    private RSAKey opened(String id, byte[] sealed) {
        try {
            return RSAKey.parse(new String(cipher.open(id, sealed), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("What was sealed as key %s is not a key".formatted(id), e);
        }
    }
}
