package io.tiktoken.order.clients;

import feign.RequestInterceptor;
import io.tiktoken.defaults.security.ServiceTokenInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/** What every call to wallet-service carries. Only its Feign client may find this, so it is no configuration of the service. */
class WalletCalls {

    @Bean
    RequestInterceptor walletToken(OAuth2AuthorizedClientManager tokens) {
        return new ServiceTokenInterceptor(tokens, "wallet");
    }
}
