package io.tiktoken.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** A key together with what it signs with, which never prints itself. */
record KeyPair(SigningKey key, RSAKey rsa) {

    private static final int BITS = 2048;

    static RSAKey random() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is part of every Java", e);
        }
    }

    @Override
    public String toString() {
        return "KeyPair[key=" + key + "]";
    }
}
