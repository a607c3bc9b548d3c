package io.tiktoken.auth.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The signing keys as they rest in the database: sealed. What changes anything is called inside a write. */
interface StoredKeys extends Repository<SigningKey, String> {

    /** A key whose private part exists. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    record Sealed(@Embedded(onEmpty = OnEmpty.USE_NULL) SigningKey key, byte[] sealed) {

        private KeyPair opened(KeyCipher cipher) {
            try {
                var plain = new String(cipher.open(key.id(), sealed), StandardCharsets.UTF_8);
                return new KeyPair(key, RSAKey.parse(plain));
            } catch (ParseException e) {
                throw new IllegalStateException("What was sealed as key %s is not a key".formatted(key.id()), e);
            }
        }
    }

    String KEYS =
            "SELECT id, generation, sealed, created_at, signs_from, replaced_at, published_until FROM signing_keys ";

    /** Those whose private part exists, newest first. */
    default List<KeyPair> usable(KeyCipher cipher) {
        return sealed().stream().map(stored -> stored.opened(cipher)).toList();
    }

    @Transactional(readOnly = true)
    @Query(KEYS + "WHERE sealed IS NOT NULL ORDER BY generation DESC")
    List<Sealed> sealed();

    /** Newest first, those that are only history too. */
    @Transactional(readOnly = true)
    @Query(KEYS + "ORDER BY generation DESC LIMIT :most")
    List<SigningKey> newest(int most);

    default Optional<SigningKey> newest() {
        return newest(1).stream().findFirst();
    }

    /** Whose time is over although their private part still exists. */
    @Transactional(readOnly = true)
    @Query(KEYS + "WHERE sealed IS NOT NULL AND published_until <= :now")
    List<SigningKey> over(Instant now);

    /** Whether it was done; not so when this generation exists already: somebody else was faster. */
    default boolean add(KeyPair pair, KeyCipher cipher) {
        var plain = pair.rsa().toJSONString().getBytes(StandardCharsets.UTF_8);
        return add(pair.key(), cipher.seal(pair.key().id(), plain));
    }

    @Modifying
    @Query("""
            INSERT INTO signing_keys (id, generation, sealed, created_at, signs_from)
            VALUES (:#{#key.id}, :#{#key.generation}, :sealed,
                    :#{#key.createdAt.toEpochMilli}, :#{#key.signsFrom.toEpochMilli})
            ON CONFLICT (generation) DO NOTHING
            """)
    boolean add(SigningKey key, byte[] sealed);

    @Modifying
    @Query("""
            UPDATE signing_keys SET replaced_at = :replacedAt, published_until = :publishedUntil
            WHERE id = :#{#key.id} AND replaced_at IS NULL
            """)
    void replace(SigningKey key, Instant replacedAt, Instant publishedUntil);

    /** Overwrites the private part before it forgets it, so that the file does not keep what the table has lost. */
    default void destroy(SigningKey key) {
        overwrite(key.id(), new byte[sealedLength(key.id())]);
        forget(key.id());
    }

    @Query("SELECT length(sealed) FROM signing_keys WHERE id = :id")
    int sealedLength(String id);

    @Modifying
    @Query("UPDATE signing_keys SET sealed = :zeros WHERE id = :id")
    void overwrite(String id, byte[] zeros);

    @Modifying
    @Query("UPDATE signing_keys SET sealed = NULL WHERE id = :id")
    void forget(String id);
}
