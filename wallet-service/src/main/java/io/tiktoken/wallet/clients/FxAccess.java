package io.tiktoken.wallet.clients;

import feign.RequestInterceptor;
import io.tiktoken.defaults.security.ServiceTokenInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/** Signs the calls to fx-service. No {@code @Configuration}: it is for that client alone. */
class FxAccess {

    @Bean
    RequestInterceptor serviceToken(OAuth2AuthorizedClientManager tokens) {
        return new ServiceTokenInterceptor(tokens, "fx");
    }
}
