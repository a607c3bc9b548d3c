package io.tiktoken.defaults.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import feign.Feign;
import feign.RequestLine;
import feign.RetryableException;
import feign.Retryer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;

/** A service fetches its own token over HTTP and brings it to a neighbour. */
class ServiceTokenTests {

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;
    private int tokenStatus = 200;

    interface Notes {
        @RequestLine("GET /internal/notes")
        String notes();
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/oauth2/token", exchange -> {
            seen.add("token");
            var body = tokenStatus == 200
                    ? "{\"access_token\":\"the-token\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                    : "{}";
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(tokenStatus, body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/internal/notes", exchange -> {
            seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void oneTokenServesManyCalls() {
        withTokensFrom(address(), neighbour -> {
            neighbour.notes();
            neighbour.notes();
        });

        assertThat(seen).containsExactly("token", "Bearer the-token", "Bearer the-token");
    }

    @Test
    void withoutATokenTheCallIsNotMadeAndMayBeRepeated() {
        tokenStatus = 503;

        withTokensFrom(
                address(), neighbour -> assertThatThrownBy(neighbour::notes).isInstanceOf(RetryableException.class));

        assertThat(seen).containsExactly("token");
    }

    @Test
    void anAuthServiceThatIsDownIsNoRefusalEither() {
        withTokensFrom(
                "http://127.0.0.1:1",
                neighbour -> assertThatThrownBy(neighbour::notes).isInstanceOf(RetryableException.class));

        assertThat(seen).isEmpty();
    }

    @Test
    void theFirstTokenIsThereBeforeTheFirstCall() {
        withContext(address(), (context, neighbour) -> {
            context.getBean(FirstTokensRunner.class).run(new DefaultApplicationArguments());
            assertThat(seen).containsExactly("token");

            neighbour.notes();
            assertThat(seen).containsExactly("token", "Bearer the-token");
        });
    }

    @Test
    void aServiceStartsWithoutTokensToo() {
        withContext(
                "http://127.0.0.1:1",
                (context, neighbour) -> assertThatNoException()
                        .isThrownBy(
                                () -> context.getBean(FirstTokensRunner.class).run(new DefaultApplicationArguments())));
    }

    @Test
    void aMissingTokenSaysNothingAboutTheNeighbour() {
        tokenStatus = 503;
        withContext(address(), (context, neighbour) -> {
            var notes = context.getBean(Neighbours.class).called("notes");
            for (var i = 0; i < 20; i++) {
                assertThat(notes.tell(Contract.of(), neighbour::notes)).isInstanceOf(Answer.NoAnswer.class);
            }
            tokenStatus = 200;

            assertThat(notes.tell(Contract.of(), neighbour::notes)).isEqualTo(Answer.done());
        });
    }

    private void withTokensFrom(String auth, Consumer<Notes> calls) {
        withContext(auth, (_, neighbour) -> calls.accept(neighbour));
    }

    private void withContext(String auth, BiConsumer<ApplicationContext, Notes> calls) {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(JacksonAutoConfiguration.class, NeighbourAutoConfiguration.class))
                .withPropertyValues(
                        "spring.application.name=sample-service",
                        "tiktoken.neighbours.notes.url=" + address(),
                        "tiktoken.neighbours.notes.scopes=notes:read",
                        "tiktoken.credentials.secret=not-a-secret",
                        "tiktoken.credentials.token-uri=" + auth + "/oauth2/token")
                .run(context -> calls.accept(
                        context,
                        Feign.builder()
                                .retryer(Retryer.NEVER_RETRY)
                                .requestInterceptor(new ServiceTokenInterceptor(
                                        context.getBean(OAuth2AuthorizedClientManager.class), "notes"))
                                .target(Notes.class, address())));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
