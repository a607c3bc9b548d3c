package io.tiktoken.auth.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The shop itself, which is a merchant like others.
 *
 * @param id the same in every installation and every service
 * @param name what customers read when they pay it
 */
@Validated
@ConfigurationProperties("tiktoken.shop")
public record ShopSettings(@NotNull UUID id, @NotBlank String name) {}
