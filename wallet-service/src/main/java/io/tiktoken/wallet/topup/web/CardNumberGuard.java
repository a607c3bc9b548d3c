package io.tiktoken.wallet.topup.web;

import io.tiktoken.defaults.text.CardNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks through a whole top-up request, unknown fields included, before it is taken apart. */
@ControllerAdvice
class CardNumberGuard extends RequestBodyAdviceAdapter {

    private final JsonMapper json;

    CardNumberGuard(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return type == TopUpController.Request.class;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var body = message.getBody().readAllBytes();
        try {
            look(json.readTree(body));
        } catch (JacksonException notJson) {
            // It is refused as such when it is read for good.
        }
        return new Seen(new ByteArrayInputStream(body), message.getHeaders());
    }

    private static void look(JsonNode node) {
        node.propertyNames().forEach(CardNumbers::refuse);
        if (node.isValueNode()) {
            CardNumbers.refuse(node.asString());
        }
        node.forEach(CardNumberGuard::look);
    }

    /** A body that was read once and can be read again. */
    private record Seen(InputStream body, HttpHeaders headers) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
