package io.tiktoken.auth.clients;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The part of wallet-service's contract that this service uses. */
@FeignClient(
        name = "wallet",
        url = "${tiktoken.neighbours.wallet.url}",
        configuration = WalletClientConfiguration.class)
interface WalletClient {

    /** The oldest generation of somebody's approvals that is good: what it shall be, and what it is. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Generation(long generation) {}

    @PutMapping("/internal/approval-generations/{userId}")
    @Nullable
    Generation endBefore(@PathVariable("userId") UUID user, @RequestBody Generation oldest);
}
