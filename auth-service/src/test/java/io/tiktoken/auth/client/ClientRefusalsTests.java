package io.tiktoken.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.defaults.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class ClientRefusalsTests {

    static final ClientSecret WRONG = new ClientSecret("not the secret");

    @Autowired
    AuthenticateClient authenticateClient;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    long writtenBefore;
    double countedBefore;

    @BeforeEach
    void inANewMinute() {
        clock.advance(ClientRefusals.PERIOD);
        writtenBefore = written();
        countedBefore = counted();
    }

    @Test
    void theFirstFiveOfACallerAreWrittenAndTheOthersCounted() {
        refuse("gateway", "192.0.2.1", 100);

        assertThat(written() - writtenBefore).isEqualTo(ClientRefusals.MOST_PER_CALLER);
        assertThat(counted() - countedBefore).isEqualTo(100);

        clock.advance(ClientRefusals.PERIOD);
        refuse("gateway", "192.0.2.1", 1);
        assertThat(written() - writtenBefore).isEqualTo(ClientRefusals.MOST_PER_CALLER + 1);
    }

    @Test
    void whoeverTriesManyNamesFromManyAddressesIsWrittenThirtyTimesAMinute() {
        for (var i = 0; i < 200; i++) {
            refuse("merchant-" + i, "192.0.2." + i, 1);
        }

        assertThat(written() - writtenBefore).isEqualTo(ClientRefusals.MOST_IN_ALL);
        assertThat(counted() - countedBefore).isEqualTo(200);
    }

    @Test
    void inventingNamesDoesNotMakeOneCallerMany() {
        for (var i = 0; i < 50; i++) {
            refuse("invented-" + i, "192.0.2.9", 1);
        }

        assertThat(written() - writtenBefore).isEqualTo(ClientRefusals.MOST_PER_CALLER);
    }

    @Test
    void whatNobodyIsCalledIsNotWrittenDown() {
        refuse("my secret by mistake", "198.51.100.3", 1);
        refuse("order-service", "198.51.100.3", 1);

        assertThat(jdbc.sql("SELECT coalesce(subject, 'nobody') FROM security_events WHERE kind = 'CLIENT_REFUSED'"
                                + " AND address = '198.51.100.3' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("nobody", "order-service");
    }

    private void refuse(String clientId, String address, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(authenticateClient.authenticate(clientId, WRONG, new Actor(null, address)))
                    .isEmpty();
        }
    }

    private long written() {
        return jdbc.sql("SELECT count(*) FROM security_events WHERE kind = 'CLIENT_REFUSED'")
                .query(Long.class)
                .single();
    }

    private double counted() {
        return meters.get("tiktoken.clients.refused").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
