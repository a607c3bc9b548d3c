package io.tiktoken.auth.approval;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.money.Money;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whoever has an authenticator shows its code when what they approve without one in a day would exceed a border; below
 * it, a code is not even looked at. So one large amount needs a code, and many small ones do as soon as they are large
 * together. What was approved with a code does not add up.
 */
@Component
class LargeAmounts {

    /** What came of asking for a code. */
    sealed interface Code {

        /**
         * As much as was wanted.
         *
         * @param authenticator whose code it was, by its serial; empty when none was wanted
         */
        record Enough(Optional<String> authenticator) implements Code {}

        record Refused(OtpRefusal why) implements Code {}
    }

    private final Money border;
    private final ApprovedWithoutCode approved;
    private final Authenticators authenticators;
    private final CheckOtp checkOtp;

    LargeAmounts(
            ApprovalSettings settings, ApprovedWithoutCode approved, Authenticators authenticators, CheckOtp checkOtp) {
        this.border = Money.tikTokens(settings.secondFactorAbove());
        this.approved = approved;
        this.authenticators = authenticators;
        this.checkOtp = checkOtp;
    }

    /** Whether a code has to be shown and was not. */
    boolean missCode(UserId giver, Operation operation, Optional<Otp> otp) {
        return otp.isEmpty() && wantCode(giver, operation) && authenticators.isEnabled(giver);
    }

    Code check(UserId giver, Operation operation, Optional<Otp> otp, Actor by) {
        if (!wantCode(giver, operation)) {
            return new Code.Enough(Optional.empty());
        }
        var authenticator = authenticators.serialOf(giver);
        return switch (checkOtp.check(giver, otp, by)) {
            case CheckOtp.Outcome.Right() -> new Code.Enough(authenticator);
            case CheckOtp.Outcome.NotEnabled() -> new Code.Enough(Optional.empty());
            case CheckOtp.Outcome.Refused(var why) -> new Code.Refused(why);
        };
    }

    /**
     * Judges once more, and adds up what needs no code, in the write that records the approval: approvals at the same time
     * are within the border together, and a code is one of the authenticator that there is now.
     */
    boolean admit(UserId giver, Operation operation, Code.Enough shown) {
        var authenticator = authenticators.serialOf(giver);
        if (authenticator.isEmpty()) {
            approved.add(giver, operation.amount());
            return true;
        }
        return shown.authenticator().isEmpty()
                ? approved.addWithin(giver, operation.amount(), border)
                : shown.authenticator().equals(authenticator);
    }

    private boolean wantCode(UserId giver, Operation operation) {
        return !approved.leavesRoomFor(giver, operation.amount(), border);
    }
}
