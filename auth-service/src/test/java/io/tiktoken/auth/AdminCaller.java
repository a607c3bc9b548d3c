package io.tiktoken.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.defaults.testing.TestTokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to the service as an administrator who has shown password and authenticator. */
@TestComponent
public class AdminCaller {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-00000000000a");

    private final MockMvcTester http;
    private final JsonMapper json;
    private final SigningKeys keys;

    AdminCaller(MockMvcTester http, JsonMapper json, SigningKeys keys) {
        this.http = http;
        this.json = json;
        this.keys = keys;
    }

    public MvcTestResult get(String path) {
        return call(HttpMethod.GET, path, null, administrator());
    }

    public MvcTestResult post(String path, Object body) {
        return call(HttpMethod.POST, path, body, administrator());
    }

    public MvcTestResult put(String path, Object body) {
        return call(HttpMethod.PUT, path, body, administrator());
    }

    public MvcTestResult delete(String path) {
        return call(HttpMethod.DELETE, path, null, administrator());
    }

    public MvcTestResult call(HttpMethod method, String path, @Nullable Object body, String token) {
        var call = http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        if (body != null) {
            call.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body));
        }
        return call.exchange();
    }

    public String administrator() {
        return token(List.of("pwd", "otp"), "CUSTOMER", "ADMIN");
    }

    public String token(List<String> amr, String... roles) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(TestTokens.ISSUER)
                .subject(ID.toString())
                .audience("tiktoken-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("preferred_username", "admin")
                .claim("name", "Administrator")
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of(roles))
                .claim("amr", amr)
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID(keys.current().getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(keys.current()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
