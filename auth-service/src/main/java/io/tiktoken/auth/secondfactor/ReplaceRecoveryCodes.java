package io.tiktoken.auth.secondfactor;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.RECOVERY_CODES_REPLACED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.totp.RecoveryCodes;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Hands out fresh recovery codes, for whoever has used or lost the earlier ones; those are worth nothing any more, nor is
 * what may have been approved with one of them.
 */
@Service
public class ReplaceRecoveryCodes {

    /** Every answer to asking for fresh codes. */
    public sealed interface Outcome {

        record Replaced(List<RecoveryCode> recoveryCodes) implements Outcome {}

        record NotEnabled() implements Outcome {}

        record OtpRefused(OtpRefusal why) implements Outcome {}
    }

    private final CheckOtp checkOtp;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Generations generations;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ReplaceRecoveryCodes(
            CheckOtp checkOtp,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Generations generations,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.checkOtp = checkOtp;
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.generations = generations;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    public Outcome replace(UserId user, Otp otp, Actor by, Keep<Outcome.Replaced> keep) {
        var authenticator = authenticators.serialOf(user);
        return switch (checkOtp.check(user, Optional.of(otp), by)) {
            case CheckOtp.Outcome.Right() -> {
                var outcome = writer.write(() -> replaced(user, authenticator, by, keep));
                endApprovals.of(user);
                yield outcome;
            }
            case CheckOtp.Outcome.NotEnabled() -> new Outcome.NotEnabled();
            case CheckOtp.Outcome.Refused(var why) -> new Outcome.OtpRefused(why);
        };
    }

    /** Looks again: the codes belong to the authenticator that was shown, which may have been removed since. */
    private Outcome replaced(UserId user, Optional<String> authenticator, Actor by, Keep<Outcome.Replaced> keep) {
        if (!authenticators.serialOf(user).equals(authenticator)) {
            return new Outcome.OtpRefused(new OtpRefusal.Required());
        }
        generations.next(user);
        events.record(RECOVERY_CODES_REPLACED, by, user);
        var replaced = new Outcome.Replaced(recoveryCodes.replace(user));
        keep.keep(user.toString(), replaced);
        return replaced;
    }
}
