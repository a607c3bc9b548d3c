package io.tiktoken.fx;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@ApiTest
class FxHandlerTests extends EveryHandlerTests {}
