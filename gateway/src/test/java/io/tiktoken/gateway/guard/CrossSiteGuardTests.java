package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class CrossSiteGuardTests extends FrontDoorTest {

    @ParameterizedTest(name = "Sec-Fetch-Site {0} and Origin {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,           -,                       passes",
                "same-origin, -,                       passes",
                "none,        -,                       passes",
                "same-origin, own,                     passes",
                "-,           own,                     passes",
                "-,           http://LOCALHOST:{port}, passes",
                "-,           http://localhost:8080,   passes",
                "same-site,   -,                       refused",
                "cross-site,  -,                       refused",
                "cross-site,  own,                     refused",
                "nonsense,    -,                       refused",
                "'',          -,                       refused",
                "same-origin, http://evil.example,     refused",
                "-,           http://evil.example,     refused",
                "-,           http://localhost:1,      refused",
                "-,           http://localhost,        refused",
                "-,           https://localhost,       refused",
                "-,           http://localhost.evil.example:{port}, refused",
                "-,           http://evil.example#@localhost:{port}, refused",
                "-,           null,                    refused",
                "-,           file://,                 refused",
                "-,           'not an origin',         refused"
            })
    void unsafeMethodsComeFromOurOwnPagesOrFromAScript(
            @Nullable String fetchSite, @Nullable String origin, String verdict) {
        for (var method : new HttpMethod[] {HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH}) {
            WALLET.resetRequests();

            var answer = browser.method(method)
                    .uri("/api/wallet/transfers")
                    .headers(headers -> {
                        if (fetchSite != null) {
                            headers.set("Sec-Fetch-Site", fetchSite);
                        }
                        if (origin != null) {
                            headers.set("Origin", spelledOut(origin));
                        }
                    })
                    .exchange();

            if (verdict.equals("passes")) {
                answer.expectStatus().isOk();
            } else {
                answer.expectStatus()
                        .isForbidden()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("cross_site_refused");
                assertThat(WALLET.getAllServeEvents()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void anybodyMayFollowALinkToUs(String method) {
        browser.method(HttpMethod.valueOf(method))
                .uri("/api/products")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Origin", "http://evil.example")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/wallet/transfers", "/"})
    void noOtherSiteIsGivenPermission(String path) {
        browser.options()
                .uri(path)
                .header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    private String spelledOut(String origin) {
        return origin.equals("own") ? "http://localhost:" + port : origin.replace("{port}", Integer.toString(port));
    }
}
