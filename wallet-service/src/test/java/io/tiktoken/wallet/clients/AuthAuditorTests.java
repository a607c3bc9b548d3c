package io.tiktoken.wallet.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.defaults.outbox.Receiver.Answer;
import io.tiktoken.wallet.audit.AuditEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What auth-service is told, and what is made of its answers. */
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import(FakeTokens.class)
class AuthAuditorTests {

    @RegisterExtension
    static final WireMockExtension AUTH = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final AuditEvent event = new AuditEvent(
            UUID.randomUUID(),
            AuditEvent.Kind.WALLET_FROZEN,
            UUID.randomUUID(),
            UUID.randomUUID(),
            "OUT: an enquiry",
            Instant.parse("2026-01-01T00:00:00Z"));

    @DynamicPropertySource
    static void authIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.auth.url", AUTH::baseUrl);
    }

    @Autowired
    AuthGateway auditor;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void theBreakerIsClosed() {
        breakers.circuitBreaker("auth").reset();
    }

    @Test
    void reportsWithItsToken() {
        authAnswers(aResponse().withStatus(204));

        assertThat(auditor.tell(event)).isEqualTo(Answer.TAKEN);

        AUTH.verify(putRequestedFor(urlEqualTo("/internal/audit-events/" + event.id()))
                .withHeader("Authorization", equalTo("Bearer a-token-for-auth"))
                .withRequestBody(equalToJson("""
                        {"kind": "WALLET_FROZEN", "actor": "%s", "subject": "%s", "detail": "OUT: an enquiry",
                         "at": "2026-01-01T00:00:00Z"}""".formatted(event.actor(), event.subject()))));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "409, body_differs, DIFFERS",
        "409, '', NO_ANSWER",
        "400, validation_failed, NO_ANSWER",
        "401, unauthenticated, NO_ANSWER",
        "403, forbidden, NO_ANSWER",
        "404, not_found, NO_ANSWER",
        "503, body_differs, NO_ANSWER"
    })
    void believesOnlyWhatTheContractLists(int status, String code, Answer answer) {
        authAnswers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"code\": \"%s\"}".formatted(code)));

        assertThat(auditor.tell(event)).isEqualTo(answer);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenLineIsNoAnswer(Fault fault) {
        authAnswers(aResponse().withFault(fault));

        assertThat(auditor.tell(event)).isEqualTo(Answer.NO_ANSWER);
    }

    private void authAnswers(ResponseDefinitionBuilder answer) {
        AUTH.stubFor(put(urlEqualTo("/internal/audit-events/" + event.id())).willReturn(answer));
    }
}
