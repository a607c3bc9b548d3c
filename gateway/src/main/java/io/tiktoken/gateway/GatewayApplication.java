package io.tiktoken.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * Starts the gateway, with one thread for each processor. Reactor Netty would have four at least, and on a small machine
 * a client's connection and the one to the service would mostly be in two of them, which wake each other all the time.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        HttpResources.set(LoopResources.create("gateway", Runtime.getRuntime().availableProcessors(), true));
        SpringApplication.run(GatewayApplication.class, args);
    }
}
