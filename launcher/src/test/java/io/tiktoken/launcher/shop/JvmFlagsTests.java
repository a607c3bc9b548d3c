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
    void leavesTheOptimisingCompilerToThoseWhoCalculate() {
        assertThat(JvmFlags.of(Service.FX, Map.of())).contains("-XX:TieredStopAtLevel=1", "-Xmx128m");
        assertThat(JvmFlags.of(Service.WALLET, Map.of())).doesNotContain("-XX:TieredStopAtLevel=1");
    }
}
