package io.tiktoken.gateway.session;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.observation.ObservationRegistry;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Wires the exchange of sessions, with every limit of its connections written out. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Duration CONNECT_WITHIN = Duration.ofMillis(500);
    private static final Duration CONNECTION_FREE_WITHIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 50;
    private static final int WAITING_FOR_ONE = 1_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ticker ticker() {
        return Ticker.systemTicker();
    }

    @Bean
    Sessions sessions(SessionSettings settings, ObservationRegistry observations, Clock clock, Ticker ticker) {
        var http = WebClient.builder()
                .baseUrl(settings.authUrl().toString())
                .clientConnector(new ReactorClientHttpConnector(connections(settings)))
                .observationRegistry(observations)
                .build();
        var tokenEndpoint = new WebClientReactiveClientCredentialsTokenResponseClient();
        tokenEndpoint.setWebClient(http);
        var token = new ServiceToken(tokenEndpoint, gateway(settings), settings, clock);
        return new Sessions(new AuthService(http, token, settings), settings, clock, ticker);
    }

    private static HttpClient connections(SessionSettings settings) {
        var pool = ConnectionProvider.builder("sessions")
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING_FOR_ONE)
                .pendingAcquireTimeout(CONNECTION_FREE_WITHIN)
                .maxIdleTime(LONGEST_IDLE)
                .build();
        return HttpClient.create(pool)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT_WITHIN.toMillis()))
                .responseTimeout(settings.answerWithin());
    }

    private static ClientRegistration gateway(SessionSettings settings) {
        return ClientRegistration.withRegistrationId("auth-service")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId("gateway")
                .clientSecret(settings.clientSecret().text())
                .scope("sessions:exchange")
                .tokenUri(settings.authUrl().resolve("/oauth2/token").toString())
                .build();
    }
}
