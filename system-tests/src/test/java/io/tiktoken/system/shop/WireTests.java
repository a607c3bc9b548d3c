package io.tiktoken.system.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crash test is worth what its wire is worth; the neighbour here only notes what reaches it. */
class WireTests {

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final HttpClient caller =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer neighbour;
    private Wire wire;

    @BeforeEach
    void layTheWire() throws IOException {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                arrived.add("%s %s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Authorization"),
                                body));
                var answer = "{\"state\": \"RESERVED\"}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(201, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        neighbour.start();
        wire = Wire.to(new Address(neighbour.getAddress().getPort(), 0).url());
    }

    @AfterEach
    void takeTheWireAway() {
        wire.close();
        neighbour.stop(0);
        caller.shutdownNow();
    }

    @Test
    void passesEverythingOnAsItIs() throws Exception {
        var answer = put("/internal/reservations/7?why=test").get();

        assertThat(arrived).containsExactly("PUT /internal/reservations/7?why=test Bearer t {\"a\": 1}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"state\": \"RESERVED\"}");
    }

    @Test
    void holdsOnlyTheCommandsThatItWasToldToHold() throws Exception {
        try (var held = wire.hold(Command.COMMIT)) {
            put("/internal/reservations/7").get();
            var commit = put("/internal/reservations/7/commit");
            held.awaitStrike();

            assertThat(commit).isNotDone();
            assertThat(arrived).hasSize(1);
        }
    }

    @Test
    void deliversLateWhatItHeld() throws Exception {
        var held = wire.hold(Command.COMMIT);
        var commit = put("/internal/reservations/7/commit");
        held.awaitStrike();

        held.deliverLate();

        assertThatThrownBy(commit::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
        assertThat(arrived).singleElement().asString().contains("/commit");
    }

    @Test
    void losesWhatItHeldWhenTheTroubleEnds() throws Exception {
        var held = wire.hold(Command.RELEASE);
        var release = put("/internal/reservations/7/release");
        held.awaitStrike();

        held.close();

        assertThatThrownBy(release::get).hasCauseInstanceOf(IOException.class);
        assertThat(arrived).isEmpty();
    }

    @Test
    void losesAnswersOfCommandsThatActed() {
        try (var lost = wire.loseAnswersTo(Command.RESERVE)) {
            assertThat(lost.isOver()).isFalse();
            assertThatThrownBy(put("/internal/reservations/7")::get).hasCauseInstanceOf(IOException.class);
        }

        assertThat(arrived).hasSize(1);
    }

    @Test
    void cutsTheConnectionBeforeACommandArrives() throws Exception {
        try (var cut = wire.cutOff(Command.RESERVE)) {
            assertThatThrownBy(put("/internal/reservations/7")::get).hasCauseInstanceOf(IOException.class);
            cut.awaitStrike();
        }
        assertThat(arrived).isEmpty();

        put("/internal/reservations/7").get();

        assertThat(arrived).hasSize(1);
    }

    private CompletableFuture<HttpResponse<String>> put(String path) {
        var request = HttpRequest.newBuilder(wire.url().resolve(path))
                .header("Authorization", "Bearer t")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"a\": 1}"))
                .build();
        return caller.sendAsync(request, BodyHandlers.ofString()).orTimeout(5, TimeUnit.SECONDS);
    }
}
