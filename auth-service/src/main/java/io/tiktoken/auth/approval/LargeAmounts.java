package io.tiktoken.auth.approval;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.money.Money;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever has an authenticator shows its code for amounts above a border; below it, a code is not even looked at. */
@Component
class LargeAmounts {

    private final Money border;
    private final Authenticators authenticators;
    private final CheckOtp checkOtp;

    LargeAmounts(ApprovalSettings settings, Authenticators authenticators, CheckOtp checkOtp) {
        this.border = Money.tikTokens(settings.secondFactorAbove());
        this.authenticators = authenticators;
        this.checkOtp = checkOtp;
    }

    /** Whether a code has to be shown and was not. */
    boolean missCode(UserId giver, Operation operation, Optional<Otp> otp) {
        return otp.isEmpty() && isLarge(operation) && authenticators.isEnabled(giver);
    }

    CheckOtp.Outcome check(UserId giver, Operation operation, Optional<Otp> otp, Actor by) {
        return isLarge(operation) ? checkOtp.check(giver, otp, by) : new CheckOtp.Outcome.NotEnabled();
    }

    private boolean isLarge(Operation operation) {
        return !border.covers(operation.amount());
    }
}
