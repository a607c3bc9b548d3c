package io.tiktoken.wallet.clients;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;

/** Gives {@code a-token-for-fx} for fx, without asking auth-service; whatever runs by the clock gets one as well. */
@TestConfiguration(proxyBeanMethods = false)
class FakeTokens {

    @Bean
    OAuth2AuthorizedClientManager fakeTokens(ClientRegistrationRepository registrations) {
        return request -> {
            var neighbour = request.getClientRegistrationId();
            var now = Instant.now();
            var token = new OAuth2AccessToken(
                    OAuth2AccessToken.TokenType.BEARER, "a-token-for-" + neighbour, now, now.plusSeconds(300));
            return new OAuth2AuthorizedClient(registrations.findByRegistrationId(neighbour), "this service", token);
        };
    }
}
