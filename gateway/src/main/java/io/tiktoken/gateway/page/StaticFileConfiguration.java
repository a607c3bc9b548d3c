package io.tiktoken.gateway.page;

import io.tiktoken.defaults.crypto.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Styles, scripts and drawings: ours are asked for again each time, libraries never. */
@Configuration(proxyBeanMethods = false)
class StaticFileConfiguration implements WebFluxConfigurer {

    private static final String[] OURS = {"/app/**", "/style/**", "/art/**"};

    private final Map<String, String> etags = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var path : OURS) {
            // Not by date: a reproducible build gives every file the same one.
            registry.addResourceHandler(path)
                    .addResourceLocations("classpath:/page" + path.replace("**", ""))
                    .setCacheControl(CacheControl.noCache())
                    .setUseLastModified(false)
                    .setEtagGenerator(this::etag);
        }
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .setUseLastModified(false);
    }

    private String etag(Resource file) {
        return etags.computeIfAbsent(file.getDescription(), unread -> {
            try {
                return Sha256.of(file.getContentAsByteArray()).base64();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        });
    }
}
