package io.tiktoken.defaults.runtime;

import java.util.UUID;

/** Hands out new ids: UUIDs of version 7 (RFC 9562), which sort as they were made, also within one millisecond. */
@FunctionalInterface
public interface Ids {

    UUID next();
}
