package io.tiktoken.defaults.neighbour;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PutMapping;

/** A neighbour that has just started is slow and one that is not there refuses: told apart by the settings as they are shipped. */
@SpringBootTest(
        classes = SampleService.class,
        properties = {
            "tiktoken.database.file=target/test-databases/${random.uuid}.db",
            "tiktoken.neighbours.dead.url=http://127.0.0.1:1"
        })
@Import({TestTokens.class, ColdNeighbourTests.Clients.class})
class ColdNeighbourTests {

    private static final Contract CONTRACT = Contract.of();
    private static final int FIRST_CUSTOMERS = 24;

    @RegisterExtension
    static final WireMockExtension COLD = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options()
                    .dynamicPort()
                    .bindAddress("127.0.0.1")
                    .containerThreads(2 * FIRST_CUSTOMERS))
            .build();

    @FeignClient(name = "cold", url = "${tiktoken.neighbours.cold.url}")
    interface ColdClient {

        @PutMapping("/internal/notes")
        void write();
    }

    @FeignClient(name = "dead", url = "${tiktoken.neighbours.dead.url}")
    interface DeadClient {

        @PutMapping("/internal/notes")
        void write();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableFeignClients(clients = {ColdClient.class, DeadClient.class})
    static class Clients {}

    @DynamicPropertySource
    static void itIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.cold.url", COLD::baseUrl);
    }

    @Autowired
    ColdClient cold;

    @Autowired
    DeadClient dead;

    @Autowired
    Neighbours neighbours;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void theBreakersAreClosed() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void whoAnswersLateAtFirstIsWaitedFor() throws Exception {
        COLD.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(2_500)));

        try (var customers = Executors.newFixedThreadPool(FIRST_CUSTOMERS)) {
            Callable<Answer<Answer.Done>> call = () -> neighbours.called("cold").tell(CONTRACT, cold::write);
            for (var answer : customers.invokeAll(Collections.nCopies(FIRST_CUSTOMERS, call))) {
                assertThat(answer.get()).isEqualTo(Answer.done());
            }
        }
        assertThat(breakers.circuitBreaker("cold").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void whoIsNotThereIsSoonLeftAlone() {
        for (var i = 0; i < 20; i++) {
            assertThat(neighbours.called("dead").tell(CONTRACT, dead::write)).isInstanceOf(Answer.NoAnswer.class);
        }

        assertThat(breakers.circuitBreaker("dead").getState()).isEqualTo(CircuitBreaker.State.OPEN);
    }
}
