package io.tiktoken.fx.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tiktoken.fx.clients.ProviderFixtures.KEYED;
import static io.tiktoken.fx.clients.ProviderFixtures.OPEN;
import static io.tiktoken.fx.clients.ProviderFixtures.error;
import static io.tiktoken.fx.clients.ProviderFixtures.keyedWith;
import static io.tiktoken.fx.clients.ProviderFixtures.openWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.ApiTest;
import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Serving;
import io.tiktoken.fx.rate.RefreshRates;
import io.tiktoken.fx.rate.RefreshRates.Outcome;
import io.tiktoken.fx.rate.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** With a key, the keyed endpoint is asked first; what it cannot give, the open one may. */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD) // A breaker remembers.
@TestPropertySource(
        properties = {
            "tiktoken.fx.api-key=canary123",
            "tiktoken.fx.provider.first-wait=1ms",
            "tiktoken.fx.provider.failures-to-open=2"
        })
class ProviderChainTests {

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        settings.add("tiktoken.fx.open-url", PROVIDER::baseUrl);
        settings.add("tiktoken.fx.keyed-url", PROVIDER::baseUrl);
    }

    @Autowired
    RefreshRates refreshRates;

    @Autowired
    CurrentRates currentRates;

    @Autowired
    SettableClock clock;

    private Instant asOf;

    @BeforeEach
    void bothHaveTodaysTable() {
        asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        keyed(okJson(keyedWith(asOf, "USD", "0.7701")));
        open(okJson(openWith(asOf, "USD", "0.7702")));
    }

    @Test
    void theKeyedEndpointComesFirst() {
        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);

        assertThat(source()).isEqualTo(Source.EXCHANGERATE_API);
        PROVIDER.verify(0, getRequestedFor(urlEqualTo(OPEN)));
    }

    @Test
    void theOpenOneHelpsOutWhenTheQuotaIsUsedUp() {
        keyed(status(200).withBody(error("quota-reached")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
        assertThat(source()).isEqualTo(Source.OPEN_ER_API);
    }

    @Test
    void theOpenOneHelpsOutWhenTheKeyedOneHasImpossibleRates() {
        keyed(okJson(keyedWith(asOf, "USD", "0")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
        assertThat(source()).isEqualTo(Source.OPEN_ER_API);
    }

    @Test
    void oneEndpointsWordsAreNotTakenFromTheOther() {
        keyed(okJson(openWith(asOf, "USD", "0.7702")));
        open(okJson(keyedWith(asOf, "USD", "0.7701")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.NOTHING_USABLE);
    }

    @Test
    void theResultDecidesAndNotTheStatus() {
        keyed(status(404).withBody(keyedWith(asOf, "USD", "0.7701")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
        assertThat(source()).isEqualTo(Source.EXCHANGERATE_API);
    }

    @Test
    void triesAgainOnlyWhereThatMayHelp() {
        keyed(serverError());
        refreshRates.refresh();
        PROVIDER.verify(3, getRequestedFor(urlEqualTo(KEYED)));

        PROVIDER.resetRequests();
        keyed(status(429));
        refreshRates.refresh();
        PROVIDER.verify(1, getRequestedFor(urlEqualTo(KEYED)));
    }

    @Test
    void whatKeepsFailingIsLeftAlone() {
        keyed(serverError());
        refreshRates.refresh();
        clock.advance(Duration.ofHours(1));
        refreshRates.refresh();
        PROVIDER.resetRequests();

        refreshRates.refresh();

        PROVIDER.verify(0, getRequestedFor(urlEqualTo(KEYED)));
        PROVIDER.verify(1, getRequestedFor(urlEqualTo(OPEN)));
    }

    @Test
    void theKeyAppearsInNoLog(CapturedOutput output) {
        open(serverError());
        for (var failure : new ResponseDefinitionBuilder[] {
            serverError(),
            status(403).withBody(error("invalid-key")),
            status(200).withFault(Fault.EMPTY_RESPONSE)
        }) {
            keyed(failure);
            assertThat(refreshRates.refresh()).isEqualTo(Outcome.NOTHING_USABLE);
        }

        PROVIDER.verify(getRequestedFor(urlEqualTo(KEYED)));
        assertThat(output).contains("No provider gave rates").doesNotContain("canary123");
    }

    private static void keyed(ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(get(KEYED).willReturn(answer));
    }

    private static void open(ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(get(OPEN).willReturn(answer));
    }

    private Source source() {
        return ((Serving) currentRates.find()).table().source();
    }
}
