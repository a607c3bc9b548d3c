package io.tiktoken.system.bank;

import java.util.UUID;

/** Ids as the shop makes them: version 7, with the time in the first 48 bits. */
final class Ids {

    private Ids() {}

    static UUID next() {
        var random = UUID.randomUUID();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF,
                random.getLeastSignificantBits());
    }
}
