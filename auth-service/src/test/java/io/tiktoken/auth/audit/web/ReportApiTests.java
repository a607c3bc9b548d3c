package io.tiktoken.auth.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.administration.web.Administrator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
@Import(Administrator.class)
class ReportApiTests {

    @Autowired
    Administrator administrator;

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    private final UUID id = UUID.randomUUID();
    private final UUID subject = UUID.randomUUID();
    private final String report = """
            {"kind": "WALLET_FROZEN", "actor": "%s", "subject": "%s", "detail": "OUT: an enquiry",
             "at": "2026-01-01T00:00:00Z"}""".formatted(UUID.randomUUID(), subject);

    @Test
    void whatIsReportedIsInTheAuditOnce() {
        assertThat(put(report)).hasStatus(204);
        assertThat(put(report)).hasStatus(204);

        var audit = caller.get("/api/admin/audit?subject=" + subject, administrator.token());

        assertThat(audit).hasStatus(200).bodyJson().isLenientlyEqualTo("""
                {"data": [{"id": "%s", "at": "2026-01-01T00:00:00Z", "kind": "WALLET_FROZEN", "result": "SUCCEEDED",
                           "subject": "%s", "detail": "OUT: an enquiry"}]}""".formatted(id, subject));
        assertThat(audit).bodyJson().extractingPath("$.data").asArray().hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"WALLET_FROZEN, WALLET_FREEZE_LIFTED", "OUT, IN", "2026-01-01T00:00:00Z, 2026-01-01T00:00:01Z"})
    void whatIsOnRecordStays(String said, String saidNow) {
        put(report);

        assertThat(put(report.replace(said, saidNow)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("body_differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGIN_SUCCEEDED", "ROLES_CHANGED", "SOMETHING", ""})
    void nothingElseIsTakenDown(String kind) {
        assertThat(put(report.replace("WALLET_FROZEN", kind))).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59Z",
                "+292278994-08-17T07:12:55.808Z",
                "1999-12-31T23:59:59Z",
                "soon",
                ""
            })
    void aTimeThatCannotBeIsRefusedByName(String at) {
        assertThat(put(report.replace("2026-01-01T00:00:00Z", at)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("'at'");
    }

    @Test
    void onlyWalletServiceMayReport() {
        assertThat(put(report, caller.serviceToken("wallet-service", "users:read")))
                .hasStatus(403);
        assertThat(put(report, caller.serviceToken("gateway", "sessions:exchange")))
                .hasStatus(403);
    }

    private MvcTestResult put(String body) {
        return put(body, caller.serviceToken("wallet-service", "audit:write"));
    }

    private MvcTestResult put(String body, String token) {
        return http.put()
                .uri("/internal/audit-events/" + id)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
