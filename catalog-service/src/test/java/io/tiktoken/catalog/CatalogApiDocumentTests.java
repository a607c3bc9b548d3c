package io.tiktoken.catalog;

import io.tiktoken.defaults.testing.ApiDocumentTests;

@WebTest
class CatalogApiDocumentTests extends ApiDocumentTests {}
