package io.tiktoken.auth.key.config;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tiktoken.auth.key.SigningKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Hands the keys out: the public ones to whoever verifies, the current private one only to the encoder. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

    /** Takes the place of the source that asks auth-service over HTTP: this is auth-service. */
    @Bean
    JWKSource<SecurityContext> publishedKeys(SigningKeys keys) {
        return (selector, _) -> selector.select(keys.published());
    }

    @Bean
    JwtEncoder accessTokenEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder((selector, _) -> selector.select(new JWKSet(keys.current())));
    }
}
