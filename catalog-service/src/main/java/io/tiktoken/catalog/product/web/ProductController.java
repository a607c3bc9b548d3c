package io.tiktoken.catalog.product.web;

import static io.tiktoken.catalog.web.Code.NOT_FOUND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.product.BrowseProducts;
import io.tiktoken.catalog.product.Category;
import io.tiktoken.catalog.product.ProductFilter;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.catalog.web.Refuses;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.text.SearchForm;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products")
@ForAnyone
@Tag(name = "Products", description = "What the shop sells; open to anyone.")
class ProductController {

    private final BrowseProducts browse;

    ProductController(BrowseProducts browse) {
        this.browse = browse;
    }

    /** A search form sends what was left empty as empty text, which narrows nothing. */
    @GetMapping
    @Operation(
            summary = "Lists products, newest first",
            description =
                    "All of them, or those in the shop window, of a category, or with a text in name or description.")
    @ApiResponse(responseCode = "200", description = "One page of them")
    Page<ProductView> list(
            @RequestParam(required = false) @Nullable Boolean featured,
            @RequestParam(required = false)
                    @Pattern(
                            regexp = "(" + Category.PATTERN + ")?",
                            message = "must be lower-case words joined by a hyphen")
                    @Nullable
                    String category,
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Pattern(regexp = "\\P{Cntrl}*", message = "must not contain control characters")
                    @Nullable
                    String q,
            @ParameterObject PageQuery page) {
        var filter = new ProductFilter(
                featured,
                StringUtils.hasLength(category) ? new Category(category) : null,
                SearchForm.isEmpty(q) ? null : q);
        return browse.search(filter, page).map(ProductView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one product", description = "With how many of it can be bought just now.")
    @ApiResponse(responseCode = "200", description = "The product")
    @Refuses(NOT_FOUND)
    ProductView show(@PathVariable UUID id) {
        return browse.find(new ProductId(id)).map(ProductView::of).orElseThrow(NOT_FOUND::exception);
    }
}
