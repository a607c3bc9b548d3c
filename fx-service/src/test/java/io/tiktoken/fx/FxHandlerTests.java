package io.tiktoken.fx;

import io.tiktoken.defaults.testing.EveryHandlerTests;
import java.util.stream.Stream;

@ApiTest
class FxHandlerTests extends EveryHandlerTests {

    @Override
    protected Stream<String> settingsReadByName() {
        return Stream.of("fetch", "keyed-url", "open-url", "api-key").map("tiktoken.fx."::concat);
    }
}
