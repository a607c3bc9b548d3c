package io.tiktoken.defaults.decision;

import io.tiktoken.defaults.decision.Decision.Status;

/** Every answer to an administrator who asks for something, or confirms what another one asked for. */
public sealed interface Ruling<T> {

    /** It was decided, and has happened. */
    record Confirmed<T>(Decision decision, T answer) implements Ruling<T> {}

    /** Another administrator has to confirm it. */
    record Awaiting<T>(Decision decision) implements Ruling<T> {}

    /** It could not happen, so nothing was decided; what was open still is. */
    record Declined<T>(T answer) implements Ruling<T> {}

    record NoLongerOpen<T>(Status status) implements Ruling<T> {}

    /** Neither who asked for it nor whom it is about can be the one who confirms it. */
    record NeedsAnother<T>() implements Ruling<T> {}

    /** Who acts was able when their token was made, and is not any more. */
    record NoLongerAble<T>() implements Ruling<T> {}

    /** Who asked for it can act no more, so it takes somebody else to ask. */
    record RequesterNoLongerAble<T>() implements Ruling<T> {}

    /** There is no such decision. */
    record Unknown<T>() implements Ruling<T> {}
}
