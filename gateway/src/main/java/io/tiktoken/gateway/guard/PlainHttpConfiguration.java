package io.tiktoken.gateway.guard;

import io.netty.channel.Channel;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import reactor.netty.NettyPipeline;

/**
 * Lets nothing but plain HTTP in at either port. The front door finds this class as it finds every configuration; the
 * management port, whose server is made in a context of its own, by the list in {@code META-INF/spring}.
 */
@ManagementContextConfiguration(proxyBeanMethods = false)
class PlainHttpConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> plainHttpOnly() {
        return factory -> factory.addServerCustomizers(
                server -> server.doOnChannelInit((observer, connection, address) -> judgeRequestsOf(connection)));
    }

    private static void judgeRequestsOf(Channel connection) {
        connection
                .pipeline()
                .addAfter(NettyPipeline.HttpCodec, PlainHttpHandler.class.getSimpleName(), new PlainHttpHandler());
    }
}
