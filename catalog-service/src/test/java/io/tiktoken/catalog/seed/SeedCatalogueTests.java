package io.tiktoken.catalog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.catalog.product.BrowseProducts;
import io.tiktoken.catalog.product.Offer;
import io.tiktoken.catalog.stock.ReserveStock;
import io.tiktoken.catalog.stock.SettleReservation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class SeedCatalogueTests {

    @Autowired
    SeedCatalogue seed;

    @Autowired
    BrowseProducts browse;

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    Shelf shelf;

    @Test
    void theFirstStartPutsSevenPicturedProductsOnSale() {
        assertThat(FirstProduct.ALL).hasSize(7).allSatisfy(first -> {
            assertThat(browse.find(first.id())).map(Offer::product).hasValue(first.product());
            assertThat(browse.pictureOf(first.id())).isPresent();
        });
        assertThat(browse.find(FirstProduct.LIPSTICK.id()))
                .map(Offer::available)
                .hasValue(46);
        assertThat(browse.find(FirstProduct.CAP.id())).map(Offer::available).hasValue(0);
    }

    @Test
    void aLaterStartDoesNotRestockWhatWasSold() {
        var earring = FirstProduct.EARRING.id();
        var request = Shelf.request(earring, 4);
        reserveStock.reserve(request);
        settle.commit(request.id());

        seed.prepare();

        assertThat(shelf.count(earring)).isEqualTo(new Count(5, 0));
    }
}
