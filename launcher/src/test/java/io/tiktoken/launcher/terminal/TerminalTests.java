package io.tiktoken.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTests {

    private static final String GREEN = "\033[32mready\033[0m";

    @Test
    void coloursOnlyARealTerminalThatWantsThem() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"), true).green("ready")).isEqualTo(GREEN);
        assertThat(Terminal.of(Map.of("TERM", "xterm"), false).green("ready")).isEqualTo("ready");
        assertThat(Terminal.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), true).green("ready"))
                .isEqualTo("ready");
        assertThat(Terminal.of(Map.of("TERM", "dumb"), true).green("ready")).isEqualTo("ready");
        assertThat(Terminal.of(Map.of(), true).green("ready")).isEqualTo("ready");
    }
}
