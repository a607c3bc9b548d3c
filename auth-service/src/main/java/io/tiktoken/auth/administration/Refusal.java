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
    /** Who asked for something cannot also be the one who confirms it. */
    NEEDS_ANOTHER_ADMINISTRATOR,
    /** It was decided, or ran out, or who asked for it is no longer able to. */
    NO_LONGER_OPEN
}
