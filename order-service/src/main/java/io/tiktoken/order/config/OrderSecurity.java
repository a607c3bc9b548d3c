package io.tiktoken.order.config;

import io.tiktoken.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Carts and orders belong to customers; nobody else has business here. */
@Configuration(proxyBeanMethods = false)
class OrderSecurity {

    private static final String CUSTOMER = "CUSTOMER";

    @Bean
    AccessRules access() {
        return new AccessRules()
                .role(CUSTOMER, HttpMethod.GET, "/api/cart", "/api/orders", "/api/orders/*")
                .role(CUSTOMER, HttpMethod.PUT, "/api/cart/items/*")
                .role(CUSTOMER, HttpMethod.DELETE, "/api/cart/items/*")
                .role(CUSTOMER, HttpMethod.POST, "/api/orders", "/api/orders/*/payment", "/api/orders/*/cancellation");
    }
}
