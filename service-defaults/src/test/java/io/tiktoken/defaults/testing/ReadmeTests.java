package io.tiktoken.defaults.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadmeTests {

    private static final Readme README = new Readme("""
            | who | call | answers |
            | --- | --- | --- |
            | anyone | `GET /api/things?kind=a\\|b&q=` · `GET /api/things/{id}` | 200 `GET /api/others` |
            | anyone | `POST /oauth2/token` | 200 |

            `DELETE /api/things/{id}` is for nobody.

            | setting | default |
            | --- | --- |
            | `tiktoken.things.most`, `.every`; `TIKTOKEN_DATA` | `5s` |
            | `tiktoken.fx.rate.` `max-age` · `jump-factor` | |
            | `spring.cloud.` `timeout` | |
            """.lines().toList());

    @Test
    void findsCallsOnlyInTheirColumn() {
        assertThat(README.calls()).containsExactly("GET /api/things", "GET /api/things/{id}");
    }

    @Test
    void findsOurSettingsWithTheirWholeNames() {
        assertThat(README.settings())
                .containsExactly(
                        "tiktoken.things.most",
                        "tiktoken.things.every",
                        "tiktoken.fx.rate.max-age",
                        "tiktoken.fx.rate.jump-factor");
    }
}
