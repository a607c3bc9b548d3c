package io.tiktoken.auth.key;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;

/** Lets a test have another replica's view of the same database. */
@TestComponent
public class SecondReplica {

    private final StoredKeys stored;
    private final KeyCipher cipher;
    private final SingleWriter writer;
    private final Clock clock;

    SecondReplica(StoredKeys stored, KeyCipher cipher, SingleWriter writer, Clock clock) {
        this.stored = stored;
        this.cipher = cipher;
        this.writer = writer;
        this.clock = clock;
    }

    public SigningKeys started() {
        var keys = new SigningKeys(stored, cipher, writer, clock);
        keys.start();
        return keys;
    }
}
