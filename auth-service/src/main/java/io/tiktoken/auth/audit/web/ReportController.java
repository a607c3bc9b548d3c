package io.tiktoken.auth.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.auth.audit.RecordReport;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes down what administrators did in wallet-service, for the one audit of the whole shop. */
@RestController
@ForService("audit:write")
class ReportController {

    private final RecordReport recordReport;

    ReportController(RecordReport recordReport) {
        this.recordReport = recordReport;
    }

    @PutMapping("/internal/audit-events/{id}")
    @Operation(summary = "Records what an administrator did elsewhere; every call may be repeated")
    @ApiResponse(responseCode = "204", description = "On record, now or by an earlier call")
    @ApiResponse(responseCode = "409", description = "`body_differs`: something else is on record under this id")
    ResponseEntity<?> report(@PathVariable UUID id, @Valid @RequestBody ReportRequest body) {
        return switch (recordReport.record(body.toReport(id))) {
            case RECORDED -> ResponseEntity.noContent().build();
            case DIFFERS ->
                Problem.of(HttpStatus.CONFLICT, "body_differs", "Something else is on record under this id")
                        .response();
        };
    }
}
