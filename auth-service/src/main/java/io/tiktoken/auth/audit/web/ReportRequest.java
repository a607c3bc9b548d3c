package io.tiktoken.auth.audit.web;

import io.tiktoken.auth.audit.RecordReport.Report;
import io.tiktoken.auth.audit.RecordReport.What;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;

/**
 * What an administrator did elsewhere.
 *
 * @param actor the administrator's id
 * @param subject whose wallet it was
 */
record ReportRequest(
        @NotNull What kind,
        @NotNull UUID actor,
        @NotNull UUID subject,

        @NotNull @Pattern(regexp = ".{1,200}", message = "must have 1 to 200 characters")
        String detail,

        @NotNull Instant at) {

    Report toReport(UUID id) {
        return new Report(id, at, kind, actor, subject, detail);
    }
}
