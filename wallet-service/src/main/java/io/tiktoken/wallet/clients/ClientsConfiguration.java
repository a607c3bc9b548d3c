package io.tiktoken.wallet.clients;

import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Configuration;

/** Switches the clients on. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = {AuthClient.class, FxClient.class})
class ClientsConfiguration {}
