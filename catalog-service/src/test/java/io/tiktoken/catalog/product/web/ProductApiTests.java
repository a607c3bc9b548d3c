package io.tiktoken.catalog.product.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.ApiTest;
import io.tiktoken.catalog.seed.FirstProduct;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ProductApiTests {

    @Autowired
    MockMvcTester http;

    @Test
    void anyoneSeesExactlyThisOfAProduct() {
        assertThat(get("/api/products/{id}", FirstProduct.CARDIGAN.id()))
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {
                          "id": "019a0000-0000-7000-8000-000000000005",
                          "name": "Cardigan",
                          "description": "A roomy knitted cardigan with two deep pockets.",
                          "category": "clothing",
                          "price": {"amount": 1880, "currency": "TTK"},
                          "available": 15,
                          "featured": true,
                          "imageUrl": "/api/products/019a0000-0000-7000-8000-000000000005/image"
                        }
                        """);
    }

    @Test
    void theListComesInPages() {
        var first = assertThat(get("/api/products?limit=5"));
        first.hasStatus(200).bodyJson().extractingPath("$.data.length()").isEqualTo(5);
        first.bodyJson().extractingPath("$.data[0].name").isEqualTo("Jersey top");
        first.bodyJson().extractingPath("$.nextCursor").isEqualTo("019a0000-0000-7000-8000-000000000003");

        var last = assertThat(get("/api/products?limit=5&cursor=019a0000-0000-7000-8000-000000000003"));
        last.bodyJson().extractingPath("$.data.length()").isEqualTo(2);
        last.bodyJson().doesNotHavePath("$.nextCursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?featured=true&category=clothing", "?q=KNIT", "?category=&q=cardigan&featured=", "?q= cardigan "
            })
    void theListCanBeNarrowed(String query) {
        var answer = assertThat(get("/api/products" + query));

        answer.hasStatus(200).bodyJson().extractingPath("$.data.length()").isEqualTo(1);
        answer.bodyJson().extractingPath("$.data[0].name").isEqualTo("Cardigan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?featured=perhaps",
                "?category=Clothing!",
                "?q=tab\tbed",
                "?limit=0",
                "?limit=101",
                "?limit=many",
                "?cursor=yesterday",
                "?q=01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890",
                "/not-an-id"
            })
    void whatMakesNoSenseIsRefused(String query) {
        assertThat(get("/api/products" + query))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .asString()
                .matches("validation_failed|malformed_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/image"})
    void anUnknownProductIsNotFound(String what) {
        assertThat(get("/api/products/{id}" + what, UUID.randomUUID()))
                .hasStatus(404)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("not_found");
    }

    @Test
    void aPictureIsKeptByTheBrowserAndCanOnlyPaint() {
        var answer = get("/api/products/{id}/image", FirstProduct.CAP.id());

        assertThat(answer)
                .hasStatus(200)
                .hasContentType("image/svg+xml")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=86400, public")
                .hasHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .bodyText()
                .startsWith("<svg ");
        var etag = answer.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(http.get()
                        .uri("/api/products/{id}/image", FirstProduct.CAP.id())
                        .header(HttpHeaders.IF_NONE_MATCH, etag))
                .hasStatus(304)
                .hasHeader(HttpHeaders.ETAG, etag)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=86400, public")
                .body()
                .isEmpty();
    }

    @Test
    void orderServiceAsksForSeveralProductsAtOnce() {
        var ids = FirstProduct.CAP.id() + "," + UUID.randomUUID() + "," + FirstProduct.EARRING.id();

        var answer = assertThat(getAsOrderService("/internal/products?ids=" + ids));

        answer.hasStatus(200).bodyJson().extractingPath("$.data.length()").isEqualTo(2);
        answer.bodyJson().extractingPath("$.data[1].name").isEqualTo("Earring");
        answer.bodyJson().extractingPath("$.data[1].price.amount").isEqualTo(249);
        answer.bodyJson().extractingPath("$.data[1].available").isEqualTo(9);
    }

    @Test
    void orderServiceAsksForOneToAHundredProducts() {
        var id = FirstProduct.CAP.id().toString();

        assertThat(getAsOrderService("/internal/products?ids=" + String.join(",", Collections.nCopies(100, id))))
                .hasStatus(200);
        assertThat(getAsOrderService("/internal/products?ids=" + String.join(",", Collections.nCopies(101, id))))
                .hasStatus(400);
        assertThat(getAsOrderService("/internal/products?ids=")).hasStatus(400);
        assertThat(getAsOrderService("/internal/products")).hasStatus(400);
        assertThat(getAsOrderService("/internal/products?ids=cap")).hasStatus(400);
    }

    private MvcTestResult get(String uri, Object... variables) {
        return http.get().uri(uri, variables).exchange();
    }

    private MvcTestResult getAsOrderService(String uri) {
        var token = TestTokens.service("order-service", "catalog-service", "stock:reserve");
        return http.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}
