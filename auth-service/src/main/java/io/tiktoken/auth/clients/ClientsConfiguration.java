package io.tiktoken.auth.clients;

import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Configuration;

/** Switches the client on. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WalletClient.class)
class ClientsConfiguration {}
