package io.tiktoken.auth.clients;

import feign.RequestInterceptor;
import io.tiktoken.auth.client.OwnTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;

/** Signs the calls to wallet-service. No {@code @Configuration}: it is for that client alone. */
class WalletClientConfiguration {

    @Bean
    RequestInterceptor ownToken(OwnTokens tokens) {
        return call -> call.header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.toRevokeApprovals());
    }
}
