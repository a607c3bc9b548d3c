package io.tiktoken.auth.totp;

import java.time.Duration;

/** Why somebody with an authenticator is not believed to have it at hand. */
public sealed interface OtpRefusal {

    /** Nothing was shown. */
    record Required() implements OtpRefusal {}

    /** Not a code of this moment, or one that was accepted already; or not an unused recovery code. */
    record Incorrect(int attemptsLeft) implements OtpRefusal {}

    /** Five codes in a row were wrong; from now on only a recovery code is looked at. */
    record Locked() implements OtpRefusal {}

    /** Another of this person's codes is being checked, or overtook this one. It may be repeated in a moment. */
    record TooEarly() implements OtpRefusal {}

    /** Too many wrong recovery codes within an hour. */
    record TooManyRecoveryCodes(Duration retryAfter) implements OtpRefusal {}
}
