package io.tiktoken.gateway.guard;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other side of the border: what is unusual and yet HTTP comes in. */
class OrdinaryHttpTests extends FrontDoorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/products?q=%e5%8d%88",
                "/api/products?q=caf%C3%A9%20%26%25%2f",
                "/api/products?q=%00",
                "/api/products?q=a+b&q='c'&r=[1]",
                "/api/products/a%20b"
            })
    void aTargetInUtf8IsHandedOn(String target) throws Exception {
        assertThat(RawRequest.get(port, target)).startsWith("HTTP/1.1 200");

        CATALOG.verify(getRequestedFor(urlEqualTo(target)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/products HTTP/1.0\r\n",
                "GET /api/products HTTP/1.0\r\nHost: shop.example\r\n",
                "GET /api/products HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n",
                "GET /api/products HTTP/1.1\r\nHost: my_shop.example:443\r\nConnection: close\r\n",
                "GET http://shop.example/api/products HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n",
                "GET /api/products HTTP/1.1\r\nHost: a\r\nConnection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n"
            })
    void everyFormOfARequestIsHandedOn(String head) throws Exception {
        assertThat(RawRequest.send(port, head + "\r\n")).contains(" 200 OK");

        CATALOG.verify(getRequestedFor(urlEqualTo("/api/products")));
    }
}
