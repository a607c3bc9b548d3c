package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** What is remembered of a token, and what is not. */
class CachingJwtDecoderTests {

    private final List<String> checked = new ArrayList<>();
    private boolean claimsHold = true;
    private final CachingJwtDecoder tokens = new CachingJwtDecoder(
            this::check,
            _ -> claimsHold
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token")));

    @Test
    void aSignatureIsCheckedOnceInAWhile() {
        var first = tokens.decode("genuine");

        assertThat(tokens.decode("genuine")).isSameAs(first);
        assertThat(checked).containsExactly("genuine");
    }

    @Test
    void anotherTokenIsCheckedByItself() {
        tokens.decode("genuine");

        assertThatThrownBy(() -> tokens.decode("genuine.not")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("genuine.not")).isInstanceOf(BadJwtException.class);
        assertThat(checked).containsExactly("genuine", "genuine.not", "genuine.not");
    }

    @Test
    void claimsAreJudgedEveryTime() {
        tokens.decode("genuine");

        claimsHold = false; // It has expired meanwhile, say.

        assertThatThrownBy(() -> tokens.decode("genuine")).isInstanceOf(JwtValidationException.class);
        claimsHold = true;
        assertThat(tokens.decode("genuine").getSubject()).isEqualTo("alice");
    }

    private Jwt check(String token) {
        checked.add(token);
        if (!token.equals("genuine")) {
            throw new BadJwtException("Not one of ours");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("alice")
                .issuedAt(Instant.EPOCH)
                .build();
    }
}
