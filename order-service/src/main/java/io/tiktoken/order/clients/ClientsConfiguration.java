package io.tiktoken.order.clients;

import io.tiktoken.defaults.neighbour.NeighbourSettings;
import io.tiktoken.defaults.neighbour.ServiceCredentials;
import io.tiktoken.order.purchase.PurchaseSettings;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Configuration;

/** Switches the clients on, when no call of theirs can take longer than a purchase reckons with. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = {CatalogClient.class, WalletClient.class})
class ClientsConfiguration {

    ClientsConfiguration(NeighbourSettings neighbours, ServiceCredentials credentials, PurchaseSettings purchases) {
        var longest = credentials.longestCall().plus(neighbours.longestCall());
        if (longest.compareTo(purchases.callBudget()) > 0) {
            throw new IllegalArgumentException(
                    "tiktoken.purchase.call-budget must cover all time-outs of one call and of fetching a token for it");
        }
    }
}
