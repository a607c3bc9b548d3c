package io.tiktoken.defaults.neighbour;

import feign.RequestInterceptor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/** What signs the calls to one neighbour, if its tokens are auth-service's. Made like {@link NeighbourCallConfiguration}. */
class NeighbourTokenConfiguration {

    @Bean
    RequestInterceptor serviceToken(
            OAuth2AuthorizedClientManager tokens,
            NeighbourSettings settings,
            @Value(NeighbourCallConfiguration.NAME) String name) {
        return settings.called(name).scopes().isEmpty() ? call -> {} : new ServiceTokenInterceptor(tokens, name);
    }
}
