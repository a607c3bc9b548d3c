package io.tiktoken.catalog.product.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.product.BrowseProducts;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.defaults.security.ForService;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ForService("stock:reserve")
@Tag(name = "Products")
class InternalProductController {

    /** Products that another service asked for by their ids; those that do not exist are simply absent. */
    record Products(List<ProductView> data) {}

    private final BrowseProducts browse;

    InternalProductController(BrowseProducts browse) {
        this.browse = browse;
    }

    @GetMapping("/internal/products")
    @Operation(
            summary = "Shows several products at once",
            description = "For order-service, which prices a cart or an order. Those that do not exist are left out.")
    @ApiResponse(responseCode = "200", description = "Those of them that exist")
    Products list(@RequestParam @Size(min = 1, max = 100) List<UUID> ids) {
        var products = browse.findAll(ids.stream().map(ProductId::new).toList());
        return new Products(products.stream().map(ProductView::of).toList());
    }
}
