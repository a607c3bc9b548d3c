package io.tiktoken.order.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Our own shop, which is a merchant like any other: it sells what is in the catalogue. */
@Validated
@ConfigurationProperties("tiktoken.shop")
public record ShopSettings(@NotNull UUID id, @NotBlank String name) {

    Merchant merchant() {
        return new Merchant(id, name);
    }
}
