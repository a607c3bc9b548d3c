package io.tiktoken.auth.client;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Our own services that call others.
 *
 * @param serviceClient each by its client id
 */
@Validated
@ConfigurationProperties("tiktoken")
public record ServiceClientSettings(@NotEmpty Map<String, @Valid Client> serviceClient) {

    /** What one of them knows and may. */
    record Client(
            @DefaultValue("")
            @NotBlank(
                    message = "The environment variables TIKTOKEN_GATEWAY_SECRET, TIKTOKEN_ORDER_SECRET and"
                            + " TIKTOKEN_WALLET_SECRET must hold the services' secrets")
            Secret secret,

            @NotEmpty List<String> scopes) {}
}
