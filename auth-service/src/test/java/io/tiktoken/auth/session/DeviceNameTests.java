package io.tiktoken.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Firefox on Android | Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0
            Firefox on Linux | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Firefox on iPhone | Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/128.0 Mobile/15E148 Safari/605.1.15
            Chrome on Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36
            Chrome on Android | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36
            Chrome on ChromeOS | Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36
            Edge on Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0
            Opera on Windows | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36 OPR/111.0.0.0
            Samsung Internet on Android | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36
            Safari on macOS | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15
            Safari on iPad | Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1
            curl | curl/8.5.0
            Python | python-requests/2.32.3
            Java | Java-http-client/25
            Android | Dalvik/2.1.0 (Linux; U; Android 14)
            Unknown device | SomethingElse/1.0
            """)
    void isWhatItsOwnerWouldCallIt(String name, String userAgent) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(new DeviceName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u001b[31m\r\n", "<script>alert(1)</script>"})
    void whatTellsNothingIsAnUnknownDevice(String userAgent) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(DeviceName.UNKNOWN);
    }

    @Test
    void nothingOfTheHeaderItselfIsKept() {
        assertThat(DeviceName.of(null)).isEqualTo(DeviceName.UNKNOWN);
        assertThat(DeviceName.of("curl/8\u001b[2J\r\nSet-Cookie: a=b<img src=x>"))
                .isEqualTo(new DeviceName("curl"));
        assertThat(DeviceName.of("x".repeat(1_000_000) + "curl/8")).isEqualTo(DeviceName.UNKNOWN);
    }
}
