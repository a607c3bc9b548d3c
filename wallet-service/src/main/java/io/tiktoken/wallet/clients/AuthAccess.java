package io.tiktoken.wallet.clients;

import feign.RequestInterceptor;
import io.tiktoken.defaults.security.ServiceTokenInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/** Signs the calls to auth-service. No {@code @Configuration}: it is for that client alone. */
class AuthAccess {

    @Bean
    RequestInterceptor serviceToken(OAuth2AuthorizedClientManager tokens) {
        return new ServiceTokenInterceptor(tokens, "auth");
    }
}
