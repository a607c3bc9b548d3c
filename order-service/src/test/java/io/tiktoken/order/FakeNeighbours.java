package io.tiktoken.order;

import io.tiktoken.order.cart.FakeCatalog;
import io.tiktoken.order.purchase.FakeFunds;
import io.tiktoken.order.purchase.FakeStock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Neighbours behind their ports that do what a test tells them. */
@TestConfiguration(proxyBeanMethods = false)
public class FakeNeighbours {

    @Bean
    @Primary
    FakeCatalog fakeCatalog() {
        return new FakeCatalog();
    }

    @Bean
    @Primary
    FakeStock fakeStock() {
        return new FakeStock();
    }

    @Bean
    @Primary
    FakeFunds fakeFunds() {
        return new FakeFunds();
    }
}
