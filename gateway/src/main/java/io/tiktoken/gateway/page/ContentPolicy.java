package io.tiktoken.gateway.page;

import java.util.List;
import org.springframework.stereotype.Component;

/** What a browser may load and run for an answer of ours (Content-Security-Policy). */
@Component
public class ContentPolicy {

    /** Data is not a page: shown by itself it may do nothing at all. */
    private static final String FOR_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The API documents' viewer styles its elements in place, which our own pages never do. */
    private static final String FOR_DOCUMENTS = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    static final String DOCUMENTS = "/docs";

    private static final List<String> DATA = List.of("/api/", "/api-docs/", "/oauth2/", "/.well-known/");

    private final String forPages;

    ContentPolicy(ImportMap imports) {
        forPages = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' '" + imports.hash() + "'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "font-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html");
    }

    public String forPath(String path) {
        if (path.equals(DOCUMENTS)) {
            return FOR_DOCUMENTS;
        }
        return DATA.stream().anyMatch(path::startsWith) ? FOR_DATA : forPages;
    }
}
