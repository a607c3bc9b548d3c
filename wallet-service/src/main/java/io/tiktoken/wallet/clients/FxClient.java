package io.tiktoken.wallet.clients;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.topup.Quote;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of fx-service's contract that this service uses. */
@FeignClient(name = "fx", url = "${tiktoken.neighbours.fx.url}")
interface FxClient {

    /** What is sent. */
    record Redemption(UUID topUpId, UUID customerId, Money from) {}

    /** What is read of the answer; what else it says may change. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record RedeemedQuote(Money from, Money to, Money fee, String rate) {

        public RedeemedQuote {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            requireNonNull(fee, "fee");
            requireNonNull(rate, "rate");
        }

        /** Refuses what does not fit together, like what cannot be read. */
        Quote toQuote() {
            return new Quote(from, to, fee, new BigDecimal(rate));
        }
    }

    @PutMapping("/internal/quotes/{id}/redemption")
    @Nullable
    RedeemedQuote redeem(@PathVariable("id") UUID quote, @RequestBody Redemption redemption);

    @DeleteMapping("/internal/quotes/{id}/redemption")
    ResponseEntity<Void> giveBack(
            @PathVariable("id") UUID quote,
            @RequestParam("topUpId") UUID topUp,
            @RequestParam("customerId") UUID customer);
}
