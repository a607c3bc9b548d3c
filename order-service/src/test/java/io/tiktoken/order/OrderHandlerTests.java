package io.tiktoken.order;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@ApiTest
class OrderHandlerTests extends EveryHandlerTests {}
