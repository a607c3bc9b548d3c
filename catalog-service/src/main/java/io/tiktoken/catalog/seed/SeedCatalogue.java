package io.tiktoken.catalog.seed;

import io.tiktoken.catalog.product.AddProduct;
import io.tiktoken.catalog.stock.Line;
import io.tiktoken.catalog.stock.ReceiveGoods;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.runtime.Preparation;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty shop at its very first start. That it has done so is written down together with the
 * products: a later start neither restocks what was sold nor brings back what was taken off sale.
 */
@Component
public class SeedCatalogue implements Preparation {

    private static final Logger log = LoggerFactory.getLogger(SeedCatalogue.class);

    private final SingleWriter writer;
    private final JdbcClient jdbc;
    private final AddProduct addProduct;
    private final ReceiveGoods receiveGoods;
    private final Clock clock;

    SeedCatalogue(SingleWriter writer, JdbcClient jdbc, AddProduct addProduct, ReceiveGoods receiveGoods, Clock clock) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.addProduct = addProduct;
        this.receiveGoods = receiveGoods;
        this.clock = clock;
    }

    @Override
    public void prepare() {
        writer.run(() -> {
            if (isFirstStart()) {
                FirstProduct.ALL.forEach(this::putOnSale);
                log.info("Opened the shop with its first {} products", FirstProduct.ALL.size());
            }
        });
    }

    private boolean isFirstStart() {
        return jdbc.sql("INSERT INTO seedings (name, seeded_at) VALUES ('first-products', ?) ON CONFLICT DO NOTHING")
                        .param(clock.millis())
                        .update()
                == 1;
    }

    private void putOnSale(FirstProduct first) {
        addProduct.add(first.product(), first.picture());
        if (first.onHand() > 0) {
            receiveGoods.receive(new Line(first.id(), first.onHand()));
        }
    }
}
