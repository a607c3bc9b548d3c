package io.tiktoken.auth.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The signing keys as they rest in the database: sealed. What changes anything is called inside a write. */
@Repository
class StoredKeys {

    private static final String SELECT =
            "SELECT id, generation, sealed, created_at, signs_from, replaced_at, published_until FROM signing_keys ";

    private final JdbcClient jdbc;
    private final KeyCipher cipher;

    StoredKeys(JdbcClient jdbc, KeyCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Those whose private part exists, newest first. */
    @Transactional(readOnly = true)
    List<KeyPair> usable() {
        return jdbc.sql(SELECT + "WHERE sealed IS NOT NULL ORDER BY generation DESC")
                .query((row, _) -> new KeyPair(key(row), opened(row.getString("id"), row.getBytes("sealed"))))
                .list();
    }

    /** Newest first, those that are only history too. */
    @Transactional(readOnly = true)
    List<SigningKey> newest(int most) {
        return jdbc.sql(SELECT + "ORDER BY generation DESC LIMIT ?")
                .param(most)
                .query((row, _) -> key(row))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<SigningKey> newest() {
        return newest(1).stream().findFirst();
    }

    /** Whether it was done; not so when this generation exists already: somebody else was faster. */
    boolean add(KeyPair pair) {
        var key = pair.key();
        var plain = pair.rsa().toJSONString().getBytes(StandardCharsets.UTF_8);
        return jdbc.sql("""
                        INSERT INTO signing_keys (id, generation, sealed, created_at, signs_from)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (generation) DO NOTHING""")
                        .params(
                                key.id(),
                                key.generation(),
                                cipher.seal(key.id(), plain),
                                key.createdAt().toEpochMilli(),
                                key.signsFrom().toEpochMilli())
                        .update()
                == 1;
    }

    void replace(SigningKey key, Instant replacedAt, Instant publishedUntil) {
        jdbc.sql("UPDATE signing_keys SET replaced_at = ?, published_until = ? WHERE id = ? AND replaced_at IS NULL")
                .params(replacedAt.toEpochMilli(), publishedUntil.toEpochMilli(), key.id())
                .update();
    }

    /** Overwrites the private part before it forgets it, so that the file does not keep what the table has lost. */
    void destroy(SigningKey key) {
        var length = jdbc.sql("SELECT length(sealed) FROM signing_keys WHERE id = ?")
                .param(key.id())
                .query(Integer.class)
                .single();
        jdbc.sql("UPDATE signing_keys SET sealed = ? WHERE id = ?")
                .params(new byte[length], key.id())
                .update();
        jdbc.sql("UPDATE signing_keys SET sealed = NULL WHERE id = ?")
                .param(key.id())
                .update();
    }

    /** Whose time is over although their private part still exists. */
    @Transactional(readOnly = true)
    List<SigningKey> over(Instant now) {
        return jdbc.sql(SELECT + "WHERE sealed IS NOT NULL AND published_until <= ?")
                .param(now.toEpochMilli())
                .query((row, _) -> key(row))
                .list();
    }

    private RSAKey opened(String id, byte[] sealed) {
        try {
            return RSAKey.parse(new String(cipher.open(id, sealed), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("What was sealed as key %s is not a key".formatted(id), e);
        }
    }

    private static SigningKey key(ResultSet row) throws SQLException {
        return new SigningKey(
                row.getString("id"),
                row.getInt("generation"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("signs_from")),
                instant(row, "replaced_at"),
                instant(row, "published_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
