package io.tiktoken.gateway.guard;

import io.tiktoken.defaults.problem.Problem;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses what another site's page makes a browser send. Browsers say where a request comes from, and pages
 * cannot change that; a script says nothing and is believed, because it holds its cookie knowingly.
 */
@Component
@Order(GuardOrder.CROSS_SITE)
class CrossSiteGuard implements Guard {

    /** OPTIONS is missing on purpose: browsers send it for another site's page, and none is served. */
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");

    private static final Problem REFUSED =
            Problem.of(HttpStatus.FORBIDDEN, "cross_site_refused", "This can only be done from the shop's own pages");

    private final URI publicUrl;

    CrossSiteGuard(DoorSettings settings) {
        publicUrl = settings.publicUrl();
    }

    @Override
    public @Nullable Problem refusalOf(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return HARMLESS.contains(request.getMethod()) || isOurOwn(request.getHeaders()) ? null : REFUSED;
    }

    private boolean isOurOwn(HttpHeaders headers) {
        return OWN_PAGE.containsAll(headers.getOrEmpty("Sec-Fetch-Site"))
                && headers.getOrEmpty(HttpHeaders.ORIGIN).stream()
                        .allMatch(origin -> isOurOwn(origin, headers.getFirst(HttpHeaders.HOST)));
    }

    /** The public address counts as our own too, for a proxy in front that changes the Host header. */
    private boolean isOurOwn(String origin, @Nullable String host) {
        try {
            var from = URI.create(origin);
            return from.getHost() != null
                    && (authority(from).equals(authority(publicUrl))
                            || authority(from).equals(authority(URI.create(from.getScheme() + "://" + host))));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    /** Host and port, the port also when it goes without saying. */
    private static String authority(URI address) {
        var usualPort = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        var port = address.getPort() == -1 ? usualPort : address.getPort();
        return (address.getHost() + ":" + port).toLowerCase(Locale.ROOT);
    }
}
