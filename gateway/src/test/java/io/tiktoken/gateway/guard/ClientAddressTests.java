package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

class ClientAddressTests {

    @ParameterizedTest(name = "trusting {0}, connected from {1} for {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                      203.0.113.7, -,                         203.0.113.7",
                "-,                      203.0.113.7, 198.51.100.1,              203.0.113.7",
                "-,                      127.0.0.1,   198.51.100.1,              127.0.0.1",
                "10.0.0.0/8,             10.1.2.3,    198.51.100.1,              198.51.100.1",
                "10.0.0.0/8,             10.1.2.3,    '6.6.6.6, 198.51.100.1',   198.51.100.1",
                "10.0.0.0/8,             10.1.2.3,    '6.6.6.6,198.51.100.1,10.9.9.9', 198.51.100.1",
                "10.0.0.0/8,             203.0.113.7, 198.51.100.1,              203.0.113.7",
                "10.0.0.0/8,             10.1.2.3,    nonsense,                  10.1.2.3",
                "10.0.0.0/8,             10.1.2.3,    -,                         10.1.2.3",
                "10.0.0.1 2001:db8::/32, 2001:db8::1, 198.51.100.1,              198.51.100.1",
            })
    void believesOnlyTrustedProxies(
            @Nullable String trusted, String remote, @Nullable String forwardedFor, String client) {
        var proxies = trusted == null ? List.<String>of() : Arrays.asList(trusted.split(" "));
        var request = MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(remote, 40_000));
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }

        assertThat(new ClientAddress(trusting(proxies)).of(request.build())).isEqualTo(client);
    }

    @ParameterizedTest(name = "{0} counts as {1}")
    @CsvSource({
        "203.0.113.7,                203.0.113.7",
        "::ffff:203.0.113.7,         203.0.113.7",
        "2001:db8:1:2::1,            20010db800010002::/64",
        "2001:db8:1:2:ffff::ffff,    20010db800010002::/64",
        "2001:db8:1:3::1,            20010db800010003::/64",
    })
    void countsTheAddressesThatOneClientCanHaveAsOne(String client, String network) {
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress("10.0.0.1", 40_000))
                .header("X-Forwarded-For", client)
                .build();

        assertThat(new ClientAddress(trusting(List.of("10.0.0.1"))).networkOf(request))
                .isEqualTo(network);
    }

    private static DoorSettings trusting(List<String> proxies) {
        return new DoorSettings(
                URI.create("http://localhost"),
                proxies,
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(16),
                DataSize.ofMegabytes(4),
                Duration.ofSeconds(1),
                80,
                DataSize.ofKilobytes(12));
    }
}
