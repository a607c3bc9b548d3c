package io.tiktoken.auth.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Audit;
import io.tiktoken.auth.audit.AuditFilter;
import io.tiktoken.auth.audit.SecurityEvent;
import io.tiktoken.auth.audit.SecurityEvents.Kind;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators who did what to whom. */
@RestController
@ForAdministrators
@Tag(name = "Audit", description = "For administrators.")
class AuditController {

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/api/admin/audit")
    @Operation(
            summary = "What happened, newest first",
            description = "actor and subject are ids; from is included, to is not. The filters narrow each other.")
    Page<SecurityEvent> search(
            @RequestParam(required = false) @Size(max = 64) @Nullable String actor,
            @RequestParam(required = false) @Size(max = 64) @Nullable String subject,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            PageQuery page) {
        return audit.search(new AuditFilter(actor, subject, kind, from, to), page);
    }
}
