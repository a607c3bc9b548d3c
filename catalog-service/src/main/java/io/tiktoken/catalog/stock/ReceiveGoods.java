package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** Puts goods on the shelf that have just arrived. */
@Service
public class ReceiveGoods {

    private final SingleWriter writer;
    private final Stock stock;

    ReceiveGoods(SingleWriter writer, Stock stock) {
        this.writer = writer;
        this.stock = stock;
    }

    public void receive(Line line) {
        writer.run(() -> stock.receive(line));
    }
}
