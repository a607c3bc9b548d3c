package io.tiktoken.auth.audit;

import static io.tiktoken.auth.audit.SecurityEvents.Result.REFUSED;
import static io.tiktoken.auth.audit.SecurityEvents.Result.SUCCEEDED;

import io.tiktoken.auth.audit.RecordReport.Report;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what to whom, from where and with what result, for whoever has to find out later. An event is recorded in
 * the same write as what it tells of, and there is no update or delete to call. It never holds a secret, or what somebody mistyped.
 */
@Component
public class SecurityEvents {

    /** What can happen. */
    public enum Kind {
        REGISTERED(SUCCEEDED),
        LOGIN_SUCCEEDED(SUCCEEDED),
        LOGIN_FAILED(REFUSED),
        LOGGED_OUT(SUCCEEDED),
        SESSION_ENDED(SUCCEEDED),
        OTHER_SESSIONS_ENDED(SUCCEEDED),
        PASSWORD_CHANGED(SUCCEEDED),
        DISPLAY_NAME_CHANGED(SUCCEEDED),
        ACCESS_RECOVERED(SUCCEEDED),
        RECOVERY_FAILED(REFUSED),
        PIN_WRONG(REFUSED),
        PIN_LOCKED(REFUSED),
        PIN_RESET(SUCCEEDED),
        PASSWORD_WRONG(REFUSED),
        TOTP_ENROLLED(SUCCEEDED),
        TOTP_CONFIRMED(SUCCEEDED),
        TOTP_DISABLED(SUCCEEDED),
        OTP_REQUIRED(REFUSED),
        OTP_WRONG(REFUSED),
        OTP_LOCKED(REFUSED),
        RECOVERY_CODE_USED(SUCCEEDED),
        RECOVERY_CODES_REPLACED(SUCCEEDED),
        APPROVAL_GIVEN(SUCCEEDED),
        APPROVAL_REFUSED(REFUSED),
        CLIENT_CREATED(SUCCEEDED),
        CLIENT_SECRET_ADDED(SUCCEEDED),
        CLIENT_SECRET_REMOVED(SUCCEEDED),
        CLIENT_DISABLED(SUCCEEDED),
        CLIENT_ENABLED(SUCCEEDED),
        CLIENT_REFUSED(REFUSED),
        LEDGER_ANCHOR_REFUSED(REFUSED),
        KEY_ANNOUNCED(SUCCEEDED),
        KEY_DESTROYED(SUCCEEDED),
        USER_SUSPENDED(SUCCEEDED),
        USER_REINSTATED(SUCCEEDED),
        ROLES_CHANGED(SUCCEEDED),
        PIN_RESET_FORCED(SUCCEEDED),
        RECOVERY_CODE_ISSUED(SUCCEEDED),
        DECISION_REQUESTED(SUCCEEDED),
        DECISION_CONFIRMED(SUCCEEDED),
        DECISION_REFUSED(SUCCEEDED),
        DECISION_WITHDRAWN(SUCCEEDED),
        TOTP_REMOVED(SUCCEEDED),
        ADMINISTRATOR_RESET(SUCCEEDED),
        WALLET_FROZEN(SUCCEEDED),
        WALLET_FREEZE_LIFTED(SUCCEEDED),
        ADJUSTMENT_REQUESTED(SUCCEEDED),
        ADJUSTMENT_BOOKED(SUCCEEDED),
        ADJUSTMENT_REFUSED(SUCCEEDED),
        ADJUSTMENT_WITHDRAWN(SUCCEEDED),
        ADMINISTRATION_REFUSED(REFUSED);

        private final Result result;

        Kind(Result result) {
            this.result = result;
        }
    }

    /** How it went. */
    public enum Result {
        SUCCEEDED,
        REFUSED
    }

    private static final String INSERT = """
            INSERT INTO security_events (id, at, kind, result, actor, subject, address, detail)
            VALUES (:id, :at, :kind, :result, :actor, :subject, :address, :detail)""";

    /** A row, by its columns. */
    private record Entry(
            UUID id,
            long at,
            Kind kind,
            Result result,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable String address,
            @Nullable String detail) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    SecurityEvents(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Something happened.
     *
     * @param whom null when nobody here has the name that was given
     */
    public void record(Kind kind, Actor by, @Nullable UserId whom) {
        record(kind, by, whom, null);
    }

    /**
     * Something happened, and this belongs to it.
     *
     * @param detail at most 200 characters, and never a secret
     */
    public void record(Kind kind, Actor by, @Nullable UserId whom, @Nullable String detail) {
        recordAbout(whom == null ? null : whom.toString(), kind, by, detail);
    }

    /**
     * Something happened to a machine client, or to a signing key.
     *
     * @param subject its id; null when nobody here has the one that was given
     * @param detail at most 200 characters, and never a secret
     */
    public void recordAbout(@Nullable String subject, Kind kind, Actor by, @Nullable String detail) {
        jdbc.sql(INSERT)
                .paramSource(new Entry(
                        ids.next(), clock.millis(), kind, kind.result, by.id(), subject, by.address(), detail))
                .update();
    }

    /** Something happened in another service, which said so first or again; false when it said something else before. */
    boolean recordReported(Report report) {
        var kind = report.what().kind();
        var entry = new Entry(
                report.id(),
                report.at().toEpochMilli(),
                kind,
                kind.result,
                report.actor().toString(),
                report.subject().toString(),
                null,
                report.detail());
        jdbc.sql(INSERT + " ON CONFLICT (id) DO NOTHING").paramSource(entry).update();
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM security_events
                        WHERE id = :id AND at = :at AND kind = :kind AND result = :result
                            AND actor = :actor AND subject = :subject AND detail = :detail)""").paramSource(entry).query(Boolean.class).single();
    }
}
