package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

class PlainPathGuardTests extends FrontDoorTest {

    @LocalManagementPort
    private int managementPort;

    /** Every way to write a forbidden path that servers and frameworks have been known to fall for. */
    static Stream<String> spellings() {
        return Stream.of("internal/sessions/token", "actuator/health", "actuator")
                .flatMap(path -> Stream.of(
                        "/" + path,
                        "//" + path,
                        "///" + path,
                        "/./" + path,
                        "/../" + path,
                        "/;/" + path,
                        "/;a=b/" + path,
                        "/%2e/" + path,
                        "/%2E%2E/" + path,
                        "/%2f" + path,
                        "/%2F" + path,
                        "/%5c" + path,
                        "/\\" + path,
                        "/%252f" + path,
                        "/%00/" + path,
                        "/%09" + path,
                        "/%20" + path,
                        "/" + path + "/",
                        "/" + path + ";",
                        "/" + path + ";.json",
                        "/" + path + "%00",
                        "/" + path + "%20",
                        "/" + path + ".json",
                        "/" + path.toUpperCase(Locale.ROOT),
                        "/" + Character.toUpperCase(path.charAt(0)) + path.substring(1),
                        "/" + path.replaceFirst("[ai]", "%" + Integer.toHexString(path.charAt(0))),
                        "/" + path.replace("t", "%74"),
                        "/" + path.replace("/", "//"),
                        "/" + path.replace("/", "%2f"),
                        "/" + path.replace("/", ";/"),
                        "/api/../" + path,
                        "/api/wallet/../../" + path,
                        "/api/wallet/%2e%2e/%2e%2e/" + path,
                        "/api/wallet/.%2e/.%2E/" + path,
                        "/api/wallet/..;/..;/" + path,
                        "/api/wallet/..%2f..%2f" + path,
                        "/api/wallet/..%5c..%5c" + path,
                        "/api/wallet/..\\..\\" + path,
                        "/api/wallet/%252e%252e/%252e%252e/" + path,
                        "/api/auth//" + path,
                        "/api/products/;/../../" + path,
                        "/oauth2/token/../../" + path,
                        "/app/../" + path,
                        "/app/%2e%2e/%2e%2e/" + path,
                        "/webjars/../" + path,
                        "http://localhost/" + path,
                        "http://127.0.0.1:9080/" + path,
                        "http://localhost//" + path));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void noSpellingLeadsInside(String target) throws Exception {
        var answer = RawRequest.get(port, target);

        // A target that is no address at all is malformed, whatever it would lead to.
        assertThat(answer)
                .satisfiesAnyOf(
                        refused ->
                                assertThat(refused).startsWith("HTTP/1.1 404").contains("\"code\":\"not_found\""),
                        malformed -> assertThat(malformed)
                                .startsWith("HTTP/1.1 400")
                                .contains("\"code\":\"malformed_request\""));
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"})
    void noMethodLeadsInside(String method) throws Exception {
        var answer = RawRequest.send(
                port, method + " /internal/reservations/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404");
        assertNobodyWasAsked();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/products/1/image",
                "/api/users/b%C3%B6b",
                "/api/users/a%20b",
                "/.well-known/x",
                "/a.b/..c/d..",
                "/api/wallet/"
            })
    void ordinaryPathsPass(String path) {
        assertThat(PlainPathGuard.isPlain(path)).isTrue();
    }

    @Test
    void managementIsOnAPortOfItsOwn() throws Exception {
        assertThat(RawRequest.get(managementPort, "/actuator/health")).startsWith("HTTP/1.1 200");
    }

    private static void assertNobodyWasAsked() {
        for (var service : List.of(AUTH, CATALOG, WALLET, ORDER, FX)) {
            assertThat(service.getAllServeEvents()).isEmpty();
        }
    }
}
