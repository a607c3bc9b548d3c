package io.tiktoken.auth.totp.web;

import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.Turns;
import io.tiktoken.auth.web.Code;
import io.tiktoken.defaults.problem.Problem;

/** What a client is told when the second factor is missing or was not believed: the same words wherever it is asked for. */
public final class OtpProblem {

    private OtpProblem() {}

    /** To somebody who is logged in. */
    public static Problem of(OtpRefusal refusal) {
        return of(refusal, Code.OTP_REQUIRED, Code.OTP_INCORRECT);
    }

    /** To somebody who is not logged in yet. */
    public static Problem atLogin(OtpRefusal refusal) {
        return of(refusal, Code.LOGIN_OTP_REQUIRED, Code.LOGIN_OTP_INCORRECT);
    }

    private static Problem of(OtpRefusal refusal, Code required, Code incorrect) {
        return switch (refusal) {
            case OtpRefusal.Required() -> required.problem();
            case OtpRefusal.Incorrect(var attemptsLeft) -> incorrect.problem().with("attemptsLeft", attemptsLeft);
            case OtpRefusal.Locked() -> Code.OTP_LOCKED.problem();
            case OtpRefusal.TooEarly() -> Code.OTP_TOO_EARLY.problem().retryAfter(Turns.COME_AGAIN);
            case OtpRefusal.TooManyRecoveryCodes(var retryAfter) ->
                Code.TOO_MANY_RECOVERY_CODES.problem().retryAfter(retryAfter);
        };
    }
}
