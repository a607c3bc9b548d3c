package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.SampleService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sees of the writer. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
class WriterHealthTests {

    @LocalManagementPort
    int port;

    @Autowired
    SingleWriter writer;

    @Autowired
    JsonMapper json;

    @Test
    void healthTellsWhetherAnythingCanBeWritten() throws Exception {
        assertThat(statusOfTheWriter()).isEqualTo("UP");

        writer.stop();
        try {
            assertThat(statusOfTheWriter()).isEqualTo("DOWN");
        } finally {
            writer.start();
        }
        assertThat(statusOfTheWriter()).isEqualTo("UP");
    }

    private String statusOfTheWriter() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/actuator/health".formatted(port)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return json.readTree(answer.body())
                    .at("/components/singleWriter/status")
                    .asString();
        }
    }
}
