package io.tiktoken.gateway.session;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends FrontDoorTest {

    private static final String CLIENT_SECRET = "c2VjcmV0LW9mLXRoZS1tZXJjaGFudA==";

    @Autowired
    private SessionSettings settings;

    @Test
    void aMachinesSecretIsPassedOnAndNeverWrittenDown(CapturedOutput output) {
        browser.post()
                .uri("/oauth2/token?client_secret=" + CLIENT_SECRET)
                .header(HttpHeaders.AUTHORIZATION, "Basic " + CLIENT_SECRET)
                .exchange()
                .expectStatus()
                .isOk();

        AUTH.verify(postRequestedFor(urlPathEqualTo("/oauth2/token"))
                .withHeader("Authorization", equalTo("Basic " + CLIENT_SECRET)));
        Awaitility.await().until(() -> output.getAll().contains("path=/oauth2/token status=200"));
        assertThat(output.getAll()).doesNotContain(CLIENT_SECRET);
    }

    @Test
    void handlesAndTokensAreNeverWrittenDown(CapturedOutput output) {
        var handle = sessionOf("alice");

        browser.get()
                .uri("/api/wallet")
                .cookie("tiktoken_session", handle)
                .exchange()
                .expectStatus()
                .isOk();

        Awaitility.await().until(() -> output.getAll().contains("user=alice"));
        assertThat(output.getAll()).doesNotContain(handle, tokenOf("alice"));
    }

    @Test
    void whatHoldsASecretDoesNotTellItWhenPrinted() {
        assertThat(settings.toString()).contains("authUrl").doesNotContain("only-for-tests");
        assertThat(new Exchanged.Person("the-token", "alice", Instant.EPOCH).toString())
                .contains("alice")
                .doesNotContain("the-token");
    }
}
