package io.tiktoken.wallet.speed;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The whole service within this process, where one can look over its shoulder; it has no timers. */
final class InProcess implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    InProcess(Path file, URI authService, int largestBatch) {
        context = new SpringApplicationBuilder(Program.class)
                .run(
                        "--tiktoken.database.file=" + file,
                        "--tiktoken.database.write-batch=" + largestBatch,
                        "--TIKTOKEN_AUTH_URL=" + authService,
                        "--logging.level.root=error");
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** As the real one, without its timers, and without what tests put beside it. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "io.tiktoken.wallet")
    @ConfigurationPropertiesScan("io.tiktoken.wallet")
    @ComponentScan(
            basePackages = "io.tiktoken.wallet",
            excludeFilters = {
                @ComponentScan.Filter(TestConfiguration.class),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.tiktoken\\.wallet\\.[A-Z].*|.*TimerConfiguration|.*Tests(\\$.*)?")
            })
    static final class Program {}
}
