package io.tiktoken.order.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.VerbTest;
import io.tiktoken.order.cart.FillCart.Outcome;
import io.tiktoken.order.cart.FillCart.Outcome.Filled;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class FillCartTests {

    final UUID alice = UUID.randomUUID();

    @Autowired
    FillCart cart;

    @Autowired
    FakeCatalog catalog;

    @AfterEach
    void theCatalogueIsBack() {
        catalog.isAway(false);
    }

    @Test
    void showsTodaysPricesAndTheirSum() {
        var tea = catalog.sells("Tea", "15.50", 10);
        var cup = catalog.sells("Cup", "4.00", 1);
        cart.put(alice, new CartItem(tea, 2));
        cart.put(alice, new CartItem(cup, 1));

        catalog.costs(tea, "16.00");

        assertThat(shown().total()).isEqualTo(Money.of("36.00", "TTK"));
    }

    @Test
    void puttingTheSameProductAgainReplacesItsQuantity() {
        var tea = catalog.sells("Tea", "15.50", 10);
        cart.put(alice, new CartItem(tea, 2));
        cart.put(alice, new CartItem(tea, 5));

        assertThat(shown().lines())
                .singleElement()
                .extracting(PricedCart.Line::item)
                .isEqualTo(new CartItem(tea, 5));
    }

    @Test
    void removingTwiceIsRemovingOnce() {
        var tea = catalog.sells("Tea", "15.50", 10);
        cart.put(alice, new CartItem(tea, 2));

        cart.remove(alice, tea);

        assertThat(((Filled) cart.remove(alice, tea)).cart().lines()).isEmpty();
    }

    @Test
    void showsWhatIsNoLongerSoldWithoutAPrice() {
        var tea = catalog.sells("Tea", "15.50", 10);
        cart.put(alice, new CartItem(tea, 2));
        catalog.noLongerSells(tea);

        assertThat(shown().lines())
                .singleElement()
                .extracting(PricedCart.Line::product)
                .isNull();
        assertThat(shown().total()).isEqualTo(Money.of("0.00", "TTK"));
    }

    @Test
    void refusesWhatTheCatalogueDoesNotKnow() {
        var unknown = new ProductId(UUID.randomUUID());

        assertThat(cart.put(alice, new CartItem(unknown, 1))).isEqualTo(new Outcome.UnknownProduct(unknown));
    }

    @Test
    void holdsFiftyProductsAndNotOneMore() {
        for (var i = 1; i <= 50; i++) {
            assertThat(cart.put(alice, new CartItem(catalog.sells("Tea " + i, "1.00", 10), 1)))
                    .isInstanceOf(Filled.class);
        }
        var present = shown().lines().getFirst().item().productId();

        assertThat(cart.put(alice, new CartItem(catalog.sells("One more", "1.00", 10), 1)))
                .isInstanceOf(Outcome.CartFull.class);
        assertThat(cart.put(alice, new CartItem(present, 99))).isInstanceOf(Filled.class);
    }

    @Test
    void changesNothingWhileTheCatalogueIsAway() {
        var tea = catalog.sells("Tea", "15.50", 10);
        cart.put(alice, new CartItem(tea, 2));
        catalog.isAway(true);

        assertThat(cart.show(alice)).isInstanceOf(Outcome.CatalogUnavailable.class);
        assertThat(cart.put(alice, new CartItem(tea, 3))).isInstanceOf(Outcome.CatalogUnavailable.class);
        assertThat(cart.remove(alice, tea)).isInstanceOf(Outcome.CatalogUnavailable.class);

        catalog.isAway(false);
        assertThat(shown().lines().getFirst().item().quantity()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100})
    void noOneHasSoManyOfAProduct(int quantity) {
        assertThatThrownBy(() -> new CartItem(new ProductId(UUID.randomUUID()), quantity))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private PricedCart shown() {
        return ((Filled) cart.show(alice)).cart();
    }
}
