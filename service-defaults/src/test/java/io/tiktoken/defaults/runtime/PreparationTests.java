package io.tiktoken.defaults.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import(PreparationTests.Steps.class)
class PreparationTests {

    @TestConfiguration(proxyBeanMethods = false)
    static class Steps {

        @Bean
        List<String> steps() {
            return new ArrayList<>();
        }

        @Bean
        Preparation preparation(SingleWriter writer, List<String> steps) {
            return () -> writer.run(() -> steps.add("prepared"));
        }

        @Bean
        ApplicationListener<WebServerInitializedEvent> listening(List<String> steps) {
            return _ -> steps.add("listening");
        }
    }

    @Autowired
    List<String> steps;

    @Test
    void happensWhenTheDatabaseCanBeWrittenAndBeforeAnybodyIsAnswered() {
        assertThat(steps).startsWith("prepared").contains("listening");
    }
}
