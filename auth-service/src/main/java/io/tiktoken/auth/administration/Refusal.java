package io.tiktoken.auth.administration;

/** Why something is not done for an administrator. */
public enum Refusal {
    /** Who asks was an able administrator when their token was made, and is none any more. */
    NO_LONGER_ABLE,
    CANNOT_SUSPEND_YOURSELF,
    NOT_FOR_YOURSELF,
    /** Afterwards there would be nobody left who can administer. */
    LAST_ADMINISTRATOR,
    TOTP_NOT_ENABLED,
    /** Neither who asked for something nor whom it is about can be the one who confirms it. */
    NEEDS_ANOTHER_ADMINISTRATOR,
    REQUESTER_NO_LONGER_ABLE,
    /** It was decided, or ran out. */
    NO_LONGER_OPEN
}
