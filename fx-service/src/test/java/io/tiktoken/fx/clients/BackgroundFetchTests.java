package io.tiktoken.fx.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tiktoken.fx.clients.ProviderFixtures.OPEN;
import static io.tiktoken.fx.clients.ProviderFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tiktoken.fx.ApiTest;
import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Serving;
import io.tiktoken.fx.rate.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service starts and serves while a provider takes its time, and has its table when that comes. */
@ApiTest
@TestPropertySource(properties = "tiktoken.fx.fetch=true")
class BackgroundFetchTests {

    /** Not the extension: that would forget the answer between the start of the service and the test. */
    static final WireMockServer PROVIDER = new WireMockServer(wireMockConfig().dynamicPort());

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        PROVIDER.start();
        PROVIDER.stubFor(get(OPEN)
                .willReturn(okJson(open(Instant.now().truncatedTo(ChronoUnit.SECONDS)))
                        .withFixedDelay(3_000)));
        settings.add("tiktoken.fx.open-url", PROVIDER::baseUrl);
    }

    @Autowired
    CurrentRates currentRates;

    @AfterAll
    static void stopTheProvider() {
        PROVIDER.stop();
    }

    @Test
    void startsWithTheBundledTableAndFetchesBesides() {
        assertThat(source()).isEqualTo(Source.BUNDLED);

        await().atMost(Duration.ofSeconds(20)).until(this::source, Source.OPEN_ER_API::equals);
        PROVIDER.verify(1, getRequestedFor(urlEqualTo(OPEN)));
    }

    private Source source() {
        return ((Serving) currentRates.find()).table().source();
    }
}
