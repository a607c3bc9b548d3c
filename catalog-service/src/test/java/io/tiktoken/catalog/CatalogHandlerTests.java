package io.tiktoken.catalog;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@ApiTest
class CatalogHandlerTests extends EveryHandlerTests {}
