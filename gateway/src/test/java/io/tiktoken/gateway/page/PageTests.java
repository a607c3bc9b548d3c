package io.tiktoken.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.gateway.FrontDoorTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class PageTests extends FrontDoorTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/[^\"#]+)\"");
    private static final Pattern LIBRARY = Pattern.compile("\"(/webjars/[^\"]+\\.js)\"");

    @Test
    void theStartPageIsServedToEverybody() {
        browser.get()
                .uri("/")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("<title>TikToken").doesNotContain("{{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs"})
    void everythingAPageNamesIsThere(String path) {
        var html = page(path);

        assertThat(addresses(ADDRESS, html)).hasSizeGreaterThan(3).allSatisfy(this::isThere);
        assertThat(addresses(LIBRARY, html)).allSatisfy(this::isThere);
    }

    @Test
    void thePolicyAllowsExactlyTheInlineImportMap() {
        var answer = browser.get().uri("/").exchange().expectBody(String.class).returnResult();

        var html = answer.getResponseBody();
        var map = html.substring(html.indexOf("importmap\">") + 11);
        var hash = Sha256.of(map.substring(0, map.indexOf("</script>"))).base64();
        assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
                .contains("script-src 'self' 'sha256-" + hash + "'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app/home.js", "/style/tokens.css", "/art/logo.svg"})
    void ourOwnFilesAreAskedForAgainAndSentOnlyWhenChanged(String path) {
        var etag = browser.get()
                .uri(path)
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .doesNotExist("Last-Modified")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();

        browser.get()
                .uri(path)
                .header("If-None-Match", etag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        browser.get()
                .uri(path)
                .header("If-None-Match", "\"older\"")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void librariesAreKeptForAYearBecauseTheirAddressNamesTheVersion() {
        var address =
                LIBRARY.matcher(page("/")).results().findFirst().orElseThrow().group(1);

        assertThat(address).containsPattern("/\\d+\\.\\d+\\.\\d+/");
        browser.get()
                .uri(address)
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/style/base.css"})
    void aPageIsOnlyRead(String address) {
        browser.post()
                .uri(address)
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .value("Allow", methods -> assertThat(methods).contains("GET", "HEAD"))
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("method_not_allowed");
    }

    /** The test client would unpack silently, so this one asks with the JDK's. */
    @Test
    void textTravelsCompressed() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());

            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
            try (var html = new GZIPInputStream(answer.body())) {
                assertThat(new String(html.readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("</html>\n");
            }
        }
    }

    private static List<String> addresses(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(found -> found.group(1)).toList();
    }

    private void isThere(String address) {
        browser.get().uri(address).exchange().expectStatus().isOk();
    }

    private String page(String path) {
        return browser.get()
                .uri("/")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
