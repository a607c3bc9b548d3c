package io.tiktoken.fx;

import io.tiktoken.defaults.testing.ApiDocumentTests;

@ApiTest
class FxApiDocumentTests extends ApiDocumentTests {}
