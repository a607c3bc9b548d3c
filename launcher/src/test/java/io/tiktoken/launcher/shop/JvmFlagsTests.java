package io.tiktoken.launcher.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmFlagsTests {

    @Test
    void putsTheOperatorsOptionsLast() {
        var flags = JvmFlags.of(Service.AUTH, Map.of("TIKTOKEN_JAVA_OPTIONS", " -Xmx1g  -Dx=y "));

        assertThat(flags).contains("-Xmx192m", "-XX:+UseSerialGC").endsWith("-Xmx1g", "-Dx=y");
    }

    @Test
    void leavesTheCompilersAsTheJdkSetsThem() {
        for (var service : Service.values()) {
            assertThat(JvmFlags.of(service, Map.of()))
                    .noneMatch(flag -> flag.startsWith("-XX:Tier"))
                    .anyMatch(flag -> flag.startsWith("-Xmx"));
        }
    }

    /** A collector or a layout of objects decides whether the JVM takes a cache; a debugger's port must not be opened twice. */
    @Test
    void trainsWithThoseOfTheOperatorsOptionsThatACacheDependsOn() {
        var environment = Map.of(
                JvmFlags.OPERATORS,
                "-Xmx1g -XX:+UseParallelGC -agentlib:jdwp=address=5005 -XX:-UseCompressedOops -XX:+ExitOnOutOfMemoryError");

        assertThat(JvmFlags.fittingCaches(environment)).containsExactly("-XX:+UseParallelGC", "-XX:-UseCompressedOops");
        assertThat(JvmFlags.fittingCaches(Map.of())).isEmpty();
    }
}
