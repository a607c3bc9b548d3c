package io.tiktoken.fx.clients;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The same provider's open endpoint: no key, but asked for a link, and switched off one day. */
@FeignClient(name = "open-er-api", url = "${tiktoken.fx.open-url}")
interface OpenRatesClient {

    @GetMapping("/v6/latest/{base}")
    ProviderAnswer latest(@PathVariable("base") String base);
}
