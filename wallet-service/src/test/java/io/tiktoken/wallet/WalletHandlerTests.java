package io.tiktoken.wallet;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@QuietApiTest
class WalletHandlerTests extends EveryHandlerTests {}
