package io.tiktoken.catalog;

import io.tiktoken.defaults.testing.EveryHandlerTests;

@WebTest
class CatalogHandlerTests extends EveryHandlerTests {}
