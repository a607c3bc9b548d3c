package io.tiktoken.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/** What a token says, whoever signed it. */
public final class Claims {

    private Claims() {}

    public static JWTClaimsSet of(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
