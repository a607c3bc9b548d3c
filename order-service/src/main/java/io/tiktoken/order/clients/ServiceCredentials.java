package io.tiktoken.order.clients;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How this service proves to auth-service who it is. It does not start without: an order that can be
 * placed but never paid helps nobody.
 */
@Validated
@ConfigurationProperties("tiktoken.credentials")
record ServiceCredentials(
        @NotBlank(message = "Set TIKTOKEN_ORDER_SECRET to this service's client secret at auth-service")
        String secret) {

    @Override
    public String toString() {
        return "ServiceCredentials[secret=masked]";
    }
}
