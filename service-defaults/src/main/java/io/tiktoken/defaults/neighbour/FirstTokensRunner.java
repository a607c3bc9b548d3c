package io.tiktoken.defaults.neighbour;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * Fetches the tokens for all neighbours before the service reports that it is ready: otherwise each of its first
 * simultaneous customers would fetch one. Services start in any order, so auth-service is asked once and not waited for.
 */
final class FirstTokensRunner implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstTokensRunner.class);

    private final OAuth2AuthorizedClientManager tokens;
    private final NeighbourSettings settings;

    FirstTokensRunner(OAuth2AuthorizedClientManager tokens, NeighbourSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            settings.neighbours().forEach((name, line) -> {
                if (!line.scopes().isEmpty()) {
                    new ServiceTokenInterceptor(tokens, name).token();
                }
            });
        } catch (OAuth2AuthorizationException notYet) {
            log.info(
                    "auth-service gives no tokens yet; they are fetched when they are needed: {}", notYet.getMessage());
        }
    }
}
