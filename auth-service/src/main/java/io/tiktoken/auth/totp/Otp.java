package io.tiktoken.auth.totp;

import io.tiktoken.auth.user.RecoveryCode;

/** What a person shows as the second factor: the code of the authenticator, or a recovery code in its place. */
public sealed interface Otp {

    String CODE_PATTERN = "\\s?[0-9]{3}\\s?[0-9]{3}\\s?";
    String PATTERN = CODE_PATTERN + "|[0-9A-Za-z\\s-]{20,40}";
    String MESSAGE = "must be the six digits of your authenticator, or a recovery code";

    /** The six digits that the authenticator shows. */
    record Code(String digits) implements Otp {

        @Override
        public String toString() {
            return "Code[not shown]";
        }
    }

    /** One of those that were handed out when the authenticator was confirmed. */
    record Recovery(RecoveryCode code) implements Otp {}

    /** What somebody typed; spaces do not count. */
    static Otp typed(String text) {
        return text.matches(CODE_PATTERN) ? code(text) : new Recovery(new RecoveryCode(text));
    }

    static Code code(String text) {
        return new Code(text.replaceAll("\\s", ""));
    }
}
