package io.tiktoken.gateway.page;

import org.springframework.stereotype.Component;

/** What a browser may load and run for an answer of ours (Content-Security-Policy). */
@Component
public class ContentPolicy {

    /** Data is not a page: shown by itself it may do nothing at all. */
    private static final String FOR_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
        return path.startsWith("/api/") || path.startsWith("/oauth2/") ? FOR_DATA : forPages;
    }
}
