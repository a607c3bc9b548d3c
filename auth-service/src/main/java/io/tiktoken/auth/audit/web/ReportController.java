package io.tiktoken.auth.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.RecordReport;
import io.tiktoken.auth.audit.RecordReport.Report;
import io.tiktoken.auth.audit.RecordReport.What;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes down what administrators did in wallet-service, for the one audit of the whole shop. */
@RestController
@ForService("audit:write")
@Tag(name = "Audit")
class ReportController {

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

            @NotNull
            @Pattern(regexp = ".{1,200}", message = "must have 1 to 200 characters")
            @Schema(example = "Reported stolen")
            String detail,

            @NotNull Instant at) {

        Report withId(UUID id) {
            return new Report(id, at, kind, new UserId(actor), new UserId(subject), detail);
        }
    }

    private final RecordReport recordReport;

    ReportController(RecordReport recordReport) {
        this.recordReport = recordReport;
    }

    @PutMapping("/internal/audit-events/{id}")
    @Operation(summary = "Records what an administrator did elsewhere", description = "Every call may be repeated.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Refuses(Code.BODY_DIFFERS)
    void report(@PathVariable UUID id, @Valid @RequestBody ReportRequest body) {
        switch (recordReport.record(body.withId(id))) {
            case RECORDED -> {}
            case DIFFERS -> throw Code.BODY_DIFFERS.exception();
        }
    }
}
