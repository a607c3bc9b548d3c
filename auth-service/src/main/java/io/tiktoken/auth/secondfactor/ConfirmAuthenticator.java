package io.tiktoken.auth.secondfactor;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.OTP_WRONG;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_CONFIRMED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.RecoveryCodes;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Second half of getting an authenticator: its first code, from which moment on codes are asked for. Sessions that
 * did not show one are over, as is what was approved before, and recovery codes are handed out.
 */
@Service
public class ConfirmAuthenticator {

    /** Every answer to a first code. */
    public sealed interface Outcome {

        record Confirmed(List<RecoveryCode> recoveryCodes) implements Outcome {}

        record AlreadyEnabled() implements Outcome {}

        record NotEnrolled() implements Outcome {}

        /** Not counted: whoever is logged in could see the secret by asking for a new one, so there is nothing to guess. */
        record OtpIncorrect() implements Outcome {}
    }

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final Sessions sessions;
    private final Generations generations;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ConfirmAuthenticator(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            Sessions sessions,
            Generations generations,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.sessions = sessions;
        this.generations = generations;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    public Outcome confirm(UserId user, Otp.Code code, SessionId here, Actor by, Keep<Outcome.Confirmed> keep) {
        var outcome = writer.write(() -> tried(user, code, here, by, keep));
        endApprovals.of(user);
        return outcome;
    }

    private Outcome tried(UserId user, Otp.Code code, SessionId here, Actor by, Keep<Outcome.Confirmed> keep) {
        if (authenticators.isEnabled(user)) {
            return new Outcome.AlreadyEnabled();
        }
        if (!authenticators.isPending(user)) {
            return new Outcome.NotEnrolled();
        }
        return authenticators.confirm(user, code) ? confirmed(user, here, by, keep) : wrong(user, by);
    }

    private Outcome confirmed(UserId user, SessionId here, Actor by, Keep<Outcome.Confirmed> keep) {
        var confirmed = new Outcome.Confirmed(recoveryCodes.replace(user));
        sessions.showSecondFactor(here);
        sessions.endOthersOf(user, here);
        generations.next(user);
        events.record(TOTP_CONFIRMED, by, user);
        keep.keep(user.toString(), confirmed);
        return confirmed;
    }

    private Outcome wrong(UserId user, Actor by) {
        events.record(OTP_WRONG, by, user, "first code");
        return new Outcome.OtpIncorrect();
    }
}
