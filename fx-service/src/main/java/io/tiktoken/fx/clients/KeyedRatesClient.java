package io.tiktoken.fx.clients;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** ExchangeRate-API, version 6, for those who have a key. */
@FeignClient(name = "exchangerate-api", url = "${tiktoken.fx.keyed-url}")
interface KeyedRatesClient {

    @GetMapping("/v6/{key}/latest/{base}")
    ProviderAnswer latest(@PathVariable("key") String key, @PathVariable("base") String base);
}
