package io.tiktoken.system.odd;

/** How much of an answer a request can expect, from most to least. */
enum Grade {
    /** Unusual, and perhaps right after all. */
    ODD,
    /** Well-formed HTTP that nobody can mean: it must be refused. */
    WRONG,
    /**
     * No HTTP, or less of it than was announced: it may be refused, or the connection closed without a word. Such are a broken
     * request line, header or chunk, contradicting or impossible lengths, a protocol that is none of ours, and half a request.
     */
    HOPELESS;

    Grade or(Grade other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
