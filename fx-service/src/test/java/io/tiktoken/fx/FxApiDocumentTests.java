package io.tiktoken.fx;

import io.tiktoken.defaults.testing.ApiDocumentTests;

@FxService
class FxApiDocumentTests extends ApiDocumentTests {}
