package io.tiktoken.gateway.limit;

/** What is counted apart. */
enum RouteClass {
    REGISTRATION,
    LOGIN,
    RECOVERY,
    TOKEN,
    /** Requests of nobody who could be recognised. */
    STRANGERS,
    /** All requests from one address, whoever makes them. */
    EVERYTHING,
    APPROVALS,
    LOOKUP,
    MONEY,
    READS,
    /** Everything that a merchant's or a kiosk's machine asks. */
    MACHINES
}
