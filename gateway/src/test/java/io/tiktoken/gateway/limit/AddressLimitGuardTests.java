package io.tiktoken.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.gateway.RawRequest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@ExtendWith(OutputCaptureExtension.class)
class AddressLimitGuardTests extends RateLimitTest {

    @Autowired
    private MeterRegistry meters;

    @LocalManagementPort
    private int managementPort;

    @ParameterizedTest(name = "{0} {1}: {2} from one address and no more")
    @CsvSource({
        "POST, /api/auth/register, 10",
        "POST, /api/auth/login, 10",
        "POST, /api/auth/log%69n, 10",
        "POST, /api/auth/recovery, 10",
        "POST, /oauth2/token, 60",
        "GET, /api/products, 80",
        "GET, /api/wallet, 80",
        "POST, /api/wallet/transfers, 80",
        "GET, /api-docs/auth, 80",
        "GET, /style/tokens.css, 200",
    })
    void countsByAddress(String method, String path, int allowed) {
        var asked = HttpMethod.valueOf(method);
        var address = newAddress();

        for (var number = 0; number < allowed; number++) {
            assertAdmitted(stranger(address, asked, path));
        }
        var reached = reached(asked, path);
        assertRefused(stranger(address, asked, path));

        assertThat(reached(asked, path)).isEqualTo(reached);
        assertAdmitted(stranger(newAddress(), asked, path));
    }

    @Test
    void eachClassIsCountedApart() {
        var address = newAddress();
        useUpLogins(address);

        assertAdmitted(stranger(address, HttpMethod.POST, "/api/auth/register"));
        assertAdmitted(stranger(address, HttpMethod.GET, "/api/products"));
    }

    @Test
    void theRefusalSaysWhenToComeBack() {
        var address = newAddress();
        useUpLogins(address);
        ticker.pass(Duration.ofMillis(1_500));

        // One of ten a minute comes back every six seconds.
        stranger(address, HttpMethod.POST, "/api/auth/login")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too_many_requests")
                .jsonPath("$.traceId")
                .isNotEmpty();

        ticker.pass(Duration.ofMillis(4_499));
        stranger(address, HttpMethod.POST, "/api/auth/login").expectHeader().valueEquals("Retry-After", "1");
        ticker.pass(Duration.ofMillis(1));
        assertAdmitted(stranger(address, HttpMethod.POST, "/api/auth/login"));
        assertRefused(stranger(address, HttpMethod.POST, "/api/auth/login"));
    }

    @Test
    void refusesBeforeTheBodyArrives() throws Exception {
        var address = newAddress();
        useUpLogins(address);

        var answer = RawRequest.send(
                port,
                "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                        + "\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 429");
    }

    @Test
    void believesOnlyATrustedProxyAboutTheAddress() {
        var address = newAddress();
        useUpLogins(address);

        for (var claimed : new String[] {"203.0.113.1", "203.0.113.2"}) {
            assertRefused(stranger(claimed + ", " + address, HttpMethod.POST, "/api/auth/login"));
        }
    }

    @Test
    void countsANetworkOfAddressesThatOneClientCanHaveAsOne() {
        for (var number = 0; number < 10; number++) {
            assertAdmitted(stranger("2001:db8:1:2::" + number, HttpMethod.POST, "/api/auth/login"));
        }

        assertRefused(stranger("2001:db8:1:2:ffff::1", HttpMethod.POST, "/api/auth/login"));
        assertAdmitted(stranger("2001:db8:1:3::1", HttpMethod.POST, "/api/auth/login"));
    }

    @Test
    void aForgedTokenBuysNothing() {
        var address = newAddress();
        for (var number = 0; number < 80; number++) {
            assertAdmitted(stranger(address, HttpMethod.GET, "/api/products"));
        }

        for (var forgery : Signatures.forgeries()) {
            assertRefused(withToken(forgery, address, HttpMethod.GET, "/api/products"));
            // The service itself says what it thinks of such a token.
            assertAdmitted(withToken(forgery, newAddress(), HttpMethod.GET, "/api/products"));
        }
        assertAdmitted(withToken(Signatures.machine("genuine"), address, HttpMethod.GET, "/api/products"));
    }

    @Test
    void manyPeopleBehindOneAddressAreBoundedTogether() {
        var address = newAddress();
        var admitted = 0;
        for (var number = 0; number < 4; number++) {
            var handle = sessionOf(newUser());
            for (var request = 0; request < 60; request++) {
                admitted += statusOf(withSession(handle, address, HttpMethod.GET, "/api/wallet"))
                                .is2xxSuccessful()
                        ? 1
                        : 0;
            }
        }

        assertThat(admitted).isEqualTo(200);
    }

    /** What it says about itself is not believed, so it counts for the address that the connection comes from. */
    @Test
    void whatIsNotHttpIsCountedToo() throws Exception {
        for (var request = 0; request < 200; request++) {
            assertThat(RawRequest.get(port, "/%zz")).startsWith("HTTP/1.1 400");
        }

        assertThat(RawRequest.get(port, "/%zz")).startsWith("HTTP/1.1 429");
    }

    @Test
    void theOperatorIsNeverRefused() throws Exception {
        for (var request = 0; request < 201; request++) {
            assertThat(RawRequest.get(managementPort, "/actuator/health/liveness"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void refusalsAreCountedAndLogged(CapturedOutput output) {
        var before = refusals("login");
        var address = newAddress();
        useUpLogins(address);

        assertThat(refusals("login")).isEqualTo(before + 1);
        // The line is written after the answer, so it may take a moment.
        Awaitility.await().until(() -> output.getOut().contains("path=/api/auth/login status=429"));
    }

    private double refusals(String routeClass) {
        return meters.get("tiktoken.requests.refused")
                .tag("class", routeClass)
                .counter()
                .count();
    }

    private void useUpLogins(String address) {
        for (var number = 0; number < 10; number++) {
            assertAdmitted(stranger(address, HttpMethod.POST, "/api/auth/login"));
        }
        assertRefused(stranger(address, HttpMethod.POST, "/api/auth/login"));
    }
}
