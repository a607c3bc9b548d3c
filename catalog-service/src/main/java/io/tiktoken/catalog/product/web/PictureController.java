package io.tiktoken.catalog.product.web;

import static io.tiktoken.catalog.web.Code.NOT_FOUND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.catalog.product.BrowseProducts;
import io.tiktoken.catalog.product.Picture;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.catalog.web.Refuses;
import io.tiktoken.defaults.security.ForAnyone;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@ForAnyone
@Tag(name = "Products")
class PictureController {

    /** Pictures hardly ever change; whoever asks again after a day mostly gets a 304. */
    private static final CacheControl KEPT_FOR_A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    /** A picture opened by itself is a document of this site: nothing in it may load or run anything. */
    private static final String PICTURES_ONLY_PAINT = "default-src 'none'; style-src 'unsafe-inline'";

    private final BrowseProducts browse;

    PictureController(BrowseProducts browse) {
        this.browse = browse;
    }

    @GetMapping(path = "/api/products/{id}/image", produces = "image/*")
    @Operation(
            summary = "Shows what a product looks like",
            description = "It hardly ever changes; whoever sends its `ETag` again is spared the picture.")
    @ApiResponse(responseCode = "200", description = "The picture, with an `ETag`")
    @ApiResponse(responseCode = "304", description = "The caller has it already")
    @Refuses(NOT_FOUND)
    ResponseEntity<byte[]> show(@PathVariable UUID id) {
        return browse.pictureOf(new ProductId(id))
                .map(PictureController::answer)
                .orElseThrow(NOT_FOUND::exception);
    }

    private static ResponseEntity<byte[]> answer(Picture picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(KEPT_FOR_A_DAY)
                .eTag(picture.sha256().hex())
                .header("Content-Security-Policy", PICTURES_ONLY_PAINT)
                .body(picture.bytes());
    }
}
