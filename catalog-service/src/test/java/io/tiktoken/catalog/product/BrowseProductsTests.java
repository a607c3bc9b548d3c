package io.tiktoken.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.catalog.seed.FirstProduct;
import io.tiktoken.catalog.stock.ReserveStock;
import io.tiktoken.defaults.paging.PageQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class BrowseProductsTests {

    private static final PageQuery FIRST_PAGE = new PageQuery(100, null);

    @Autowired
    BrowseProducts browse;

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    Shelf shelf;

    @Test
    void theShopWindowShowsWhatIsFeatured() {
        assertThat(names(new ProductFilter(true, null, null))).containsExactly("Cardigan", "Cap", "Huggable");
    }

    @Test
    void aCategoryShowsItsOwnProductsOnly() {
        assertThat(names(new ProductFilter(null, new Category("accessories"), null)))
                .containsExactly("Cap", "Earring");
        assertThat(names(new ProductFilter(false, new Category("accessories"), null)))
                .containsExactly("Earring");
        assertThat(names(new ProductFilter(null, new Category("garden"), null))).isEmpty();
    }

    @ParameterizedTest(name = "looking for {0} finds {1}")
    @CsvSource({"cARDi, Cardigan", "exactly as soft, Huggable", "'RED THAT', Lipstick"})
    void looksIntoNamesAndDescriptionsWhateverTheCase(String text, String name) {
        assertThat(names(new ProductFilter(null, null, text))).containsExactly(name);
    }

    @Test
    void whatLooksLikeAWildcardIsMeantLiterally() {
        shelf.product("Discount card", "Takes 10% off_everything \\ always.");

        assertThat(names(new ProductFilter(null, null, "10%"))).containsExactly("Discount card");
        assertThat(names(new ProductFilter(null, null, "f_e"))).containsExactly("Discount card");
        assertThat(names(new ProductFilter(null, null, "\\"))).containsExactly("Discount card");
        assertThat(names(new ProductFilter(null, null, "c%n"))).isEmpty();
        assertThat(names(new ProductFilter(null, null, "c_p"))).isEmpty();
    }

    @Test
    void lettersBeyondTheEnglishAlphabetAreFoundInEitherCase() {
        shelf.product("Ärmelschoner", "Für Vielschreiber.");

        assertThat(names(new ProductFilter(null, null, "äRMEL"))).containsExactly("Ärmelschoner");
    }

    @ParameterizedTest(name = "{0} is found by {1}: {2}")
    @CsvSource({
        "Café au lait, cafe, true",
        "Red tea 红茶, 茶, true",
        "மலை, மலை, true",
        "மாலை, மலை, false",
        "க\u0BCA, க\u0BC6\u0BBE, true",
        "Straße, STRASSE, true",
        "ΟΔΟΣ, οδος, true",
        "İskender, iskender, true",
        "Ｔｅａ ｃｕｐ, tea CUP, true"
    })
    void isFoundAsPeopleSpellIt(String name, String query, boolean found) {
        shelf.product(name, "For the test.");

        assertThat(names(new ProductFilter(null, null, query)).contains(name)).isEqualTo(found);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var seen = new ArrayList<ProductId>();
        var page = browse.search(ProductFilter.EVERYTHING, new PageQuery(2, null));
        page.data().forEach(offer -> seen.add(offer.product().id()));
        while (page.nextCursor() != null) {
            page = browse.search(ProductFilter.EVERYTHING, new PageQuery(2, UUID.fromString(page.nextCursor())));
            page.data().forEach(offer -> seen.add(offer.product().id()));
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(FirstProduct.ALL.stream().map(FirstProduct::id).toList())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void whatIsReservedIsNotAvailableToOthers() {
        var product = shelf.with(5);
        reserveStock.reserve(Shelf.request(product, 2));

        assertThat(browse.find(product)).map(Offer::available).hasValue(3);
    }

    @Test
    void ofSeveralIdsTheUnknownOnesAreAbsent() {
        var known = FirstProduct.CAP.id();

        var offers = browse.findAll(List.of(known, new ProductId(UUID.randomUUID())));

        assertThat(offers).extracting(offer -> offer.product().id()).containsExactly(known);
    }

    private List<String> names(ProductFilter filter) {
        return browse.search(filter, FIRST_PAGE).data().stream()
                .map(offer -> offer.product().name())
                .toList();
    }
}
