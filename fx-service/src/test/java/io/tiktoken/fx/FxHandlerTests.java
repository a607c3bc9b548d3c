package io.tiktoken.fx;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@FxService
class FxHandlerTests extends EveryHandlerTests {}
