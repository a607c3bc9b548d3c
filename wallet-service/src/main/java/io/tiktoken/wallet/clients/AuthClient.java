package io.tiktoken.wallet.clients;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tiktoken.wallet.moneyrequest.Party;
import io.tiktoken.wallet.transfer.MaskedName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of auth-service's contract that this service uses. */
@FeignClient(name = "auth", url = "${tiktoken.auth.url}", configuration = AuthAccess.class)
interface AuthClient {

    /** What is read of the answer; the display name is masked already. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(UUID id, String username, String displayName) {

        public User {
            requireNonNull(id, "id");
            requireNonNull(username, "username");
            requireNonNull(displayName, "displayName");
        }

        Party toParty() {
            return new Party(id, username, MaskedName.shown(username, displayName));
        }
    }

    @GetMapping("/internal/users/{username}")
    @Nullable
    User user(@PathVariable("username") String username);
}
