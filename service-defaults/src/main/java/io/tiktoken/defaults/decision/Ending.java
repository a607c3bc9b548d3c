package io.tiktoken.defaults.decision;

import io.tiktoken.defaults.decision.Decision.Status;

/** Every answer to an administrator who does not want something to happen. */
public sealed interface Ending {

    /** It will not happen: refused, or withdrawn by who asked for it. */
    record Ended(Decision decision) implements Ending {}

    record NoLongerOpen(Status status) implements Ending {}

    /** There is no such decision. */
    record Unknown() implements Ending {}
}
