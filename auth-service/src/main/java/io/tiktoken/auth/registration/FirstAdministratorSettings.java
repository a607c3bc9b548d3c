package io.tiktoken.auth.registration;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the operator finds the first administrator's password.
 *
 * @param file written once, at the first start; only its owner may read it
 */
@Validated
@ConfigurationProperties("tiktoken.first-administrator")
public record FirstAdministratorSettings(@NotNull Path file) {}
