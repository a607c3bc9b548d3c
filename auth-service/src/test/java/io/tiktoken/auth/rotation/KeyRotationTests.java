package io.tiktoken.auth.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.key.KeySettings;
import io.tiktoken.auth.key.SecondReplica;
import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.auth.rotation.RotateKeys.Outcome.Announced;
import io.tiktoken.defaults.security.AccessTokens;
import io.tiktoken.defaults.security.TokenSettings;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.test.context.TestPropertySource;

/** The promise: a replaced key costs nobody a valid token, and what it signed dies on time. */
@VerbTest
@TestPropertySource(properties = "tiktoken.key.signs-after=330s") // The shortest that is allowed.
@Import(SecondReplica.class)
class KeyRotationTests {

    static final Duration STEP = Duration.ofSeconds(10);
    static final Duration KEPT = Duration.ofMinutes(5);
    static final Duration REPLICA_RELOADS = Duration.ofSeconds(30);
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(320);

    @Autowired
    RotateKeys rotateKeys;

    @Autowired
    SigningKeys keys;

    @Autowired
    SecondReplica secondReplica;

    @Autowired
    TokenSettings settings;

    @Autowired
    KeySettings keySettings;

    @Autowired
    SettableClock clock;

    SigningKeys replica;
    Instant replicaReloadedAt;
    final Deque<Token> tokens = new ArrayDeque<>();

    @BeforeEach
    void restAfterTheRotationBefore() {
        clock.advance(Duration.ofDays(1));
        rotateKeys.destroyOld();
        keys.reload();
        replica = secondReplica.started();
        replicaReloadedAt = clock.instant();
        tokens.clear();
    }

    @Test
    void aReplacedKeyRefusesNoValidTokenAndOldTokensDieOnTime() {
        var old = keys.current();
        // The announcement comes six minutes from now. The worst moments to ask for the keys are just before it, and,
        // at the replica, just before that looks again.
        var verifiers = List.of(
                new Verifier(keys, Duration.ofMinutes(1)),
                new Verifier(replica, Duration.ofSeconds(80)),
                new Verifier(replica, Duration.ofMinutes(4)));
        keepTokensComing(verifiers, Duration.ofMinutes(6));

        var announced = ((Announced) rotateKeys.rotate(People.CALLER)).key();
        keepTokensComing(verifiers, keySettings.signsAfter().minus(STEP));
        assertThat(keys.current()).isEqualTo(old);
        keepTokensComing(verifiers, STEP);
        assertThat(keys.current().getKeyID()).isEqualTo(announced.id());
        assertThat(replica.current()).isEqualTo(keys.current());
        keepTokensComing(verifiers, Duration.ofMinutes(12));

        assertThat(keys.published().getKeys())
                .singleElement()
                .matches(key -> key.getKeyID().equals(announced.id()));
        clock.advance(Duration.ofDays(1));
        verifiers.forEach(Verifier::refreshWhenDue);
        var forged = Token.signedWith(old, clock.instant());
        verifiers.forEach(verifier -> assertThat(verifier.accepts(forged))
                .as("forged with the old key")
                .isFalse());
    }

    /** Every ten seconds both replicas sign a token, and everybody judges all tokens that are around. */
    private void keepTokensComing(List<Verifier> verifiers, Duration time) {
        for (var end = clock.instant().plus(time); clock.instant().isBefore(end); ) {
            clock.advance(STEP);
            if (!clock.instant().isBefore(replicaReloadedAt.plus(REPLICA_RELOADS))) {
                replica.reload();
                replicaReloadedAt = clock.instant();
            }
            rotateKeys.destroyOld();
            tokens.addLast(Token.signedWith(keys.current(), clock.instant()));
            tokens.addLast(Token.signedWith(replica.current(), clock.instant()));
            verifiers.forEach(Verifier::refreshWhenDue);
            tokens.forEach(token -> verifiers.forEach(verifier -> assertThat(verifier.accepts(token))
                    .as("a token of %s at %s", token.signedAt(), clock.instant())
                    .isEqualTo(token.isAliveAt(clock.instant(), settings.clockSkew()))));
            tokens.removeIf(token -> token.signedAt().isBefore(clock.instant().minus(FORGOTTEN_AFTER)));
        }
    }

    @Test
    void aTokenSignedInTheLastMomentIsBelievedToItsEndAndNotLonger() {
        rotateKeys.rotate(People.CALLER);
        clock.advance(keySettings.signsAfter().minusMillis(1));
        var last = Token.signedWith(keys.current(), clock.instant());
        var always = new Verifier(keys, KEPT);

        clock.advance(Duration.ofMinutes(5));
        always.refresh();
        assertThat(always.accepts(last)).isTrue(); // Within the skew.
        clock.advance(settings.clockSkew());
        assertThat(always.accepts(last)).isFalse();
    }

    @Test
    void nothingHappensUntilAKeyIsOldAndThenOnce() {
        var young = keys.current();
        rotateKeys.rotate(People.CALLER);
        clock.advance(keySettings.signsAfter());
        assertThat(keys.current()).isNotEqualTo(young);

        clock.advance(keySettings.rotateAfter().minusMillis(1));
        rotateKeys.rotateWhenDue();
        assertThat(keys.published().size()).isEqualTo(1);

        clock.advance(Duration.ofMillis(1));
        rotateKeys.rotateWhenDue();
        rotateKeys.rotateWhenDue();
        assertThat(keys.published().size()).isEqualTo(2);
    }

    /** A service as it checks tokens: it keeps the published keys for five minutes, whatever it is shown meanwhile. */
    private final class Verifier {

        private final SigningKeys asked;
        private final JwtDecoder decoder;
        private JWKSet kept;
        private Instant askedAt;

        /** @param asksFirst from now, and every five minutes after that */
        Verifier(SigningKeys asked, Duration asksFirst) {
            this.asked = asked;
            this.kept = asked.published();
            this.askedAt = clock.instant().plus(asksFirst).minus(KEPT);
            this.decoder = AccessTokens.decoder(
                    (selector, _) -> selector.select(kept), settings, AccessTokens.API_AUDIENCE, clock);
        }

        void refreshWhenDue() {
            if (!clock.instant().isBefore(askedAt.plus(KEPT))) {
                refresh();
            }
        }

        void refresh() {
            kept = asked.published();
            askedAt = clock.instant();
        }

        boolean accepts(Token token) {
            try {
                decoder.decode(token.text());
                return true;
            } catch (JwtException refused) {
                return false;
            }
        }
    }

    /** An access token of five minutes. */
    private record Token(String text, Instant signedAt) {

        static Token signedWith(RSAKey key, Instant now) {
            var claims = new JWTClaimsSet.Builder()
                    .issuer(TestTokens.ISSUER)
                    .subject("somebody")
                    .audience(AccessTokens.API_AUDIENCE)
                    .issueTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(SigningKeys.LONGEST_TOKEN_LIFETIME)))
                    .build();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            try {
                token.sign(new RSASSASigner(key));
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            return new Token(token.serialize(), now);
        }

        /** To the very end of the skew that services allow. */
        boolean isAliveAt(Instant now, Duration skew) {
            return now.isBefore(
                    signedAt.plus(SigningKeys.LONGEST_TOKEN_LIFETIME).plus(skew));
        }
    }
}
