package io.tiktoken.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.wallet.anchor.Anchor;
import io.tiktoken.wallet.anchor.Notary;
import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;

/** auth-service's record of heads, in the test's hand. It signs as the real one does. */
public class FakeNotary implements Notary {

    private static final RSAKey KEY = key();

    private final TreeMap<Long, Anchor> record = new TreeMap<>();
    private boolean silent;

    /** The keys that anybody may have, as auth-service publishes them. */
    public static String publicKeys() {
        return new JWKSet(KEY).toString();
    }

    public synchronized void fallSilent() {
        silent = true;
    }

    public synchronized void speakAgain() {
        silent = false;
    }

    public synchronized void forgetEverything() {
        record.clear();
    }

    @Override
    public synchronized Answer keep(ChainHead head) {
        NoTransaction.isOpen();
        if (silent) {
            return new Answer.NoAnswer();
        }
        var kept = record.computeIfAbsent(head.height(), _ -> new Anchor(head, Instant.EPOCH));
        return kept.head().equals(head) ? new Answer.Kept(kept, signed(kept)) : new Answer.Differs();
    }

    @Override
    public synchronized Latest latest() {
        NoTransaction.isOpen();
        if (silent) {
            return new Latest.NoAnswer();
        }
        return Optional.ofNullable(record.lastEntry())
                .<Latest>map(entry -> new Latest.Found(entry.getValue()))
                .orElseGet(Latest.Nothing::new);
    }

    private static String signed(Anchor anchor) {
        var receipt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("ledger-anchor+jwt"))
                        .keyID(KEY.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("http://localhost:8080")
                        .issueTime(Date.from(anchor.anchoredAt()))
                        .claim("height", anchor.head().height())
                        .claim("hash", anchor.head().hash().hex())
                        .build());
        try {
            receipt.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return receipt.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("today").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
