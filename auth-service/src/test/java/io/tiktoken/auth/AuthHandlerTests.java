package io.tiktoken.auth;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@AuthServiceTest
class AuthHandlerTests extends EveryHandlerTests {}
