package io.tiktoken.catalog;

import io.tiktoken.defaults.testing.ApiDocumentTests;

@ApiTest
class CatalogApiDocumentTests extends ApiDocumentTests {}
