package io.tiktoken.defaults.outbox;

import java.util.UUID;

/** What somebody else must hear of; it is kept as JSON until then. */
public interface Message {

    /** By which the receiver knows a repeat. */
    UUID id();

    /** Whom or what it is about: messages about the same are told in the order in which they were written. */
    UUID subject();
}
