package io.tiktoken.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.ApiDocumentTests;
import io.tiktoken.order.purchase.Refusal;
import io.tiktoken.order.web.Code;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ApiTest
class OrderApiDocumentTests extends ApiDocumentTests {

    @Test
    void whatAHandlerRefusesWithStandsUnderItsStatus() {
        var refusals = document().at("/paths/~1api~1orders/post/responses/422");

        assertThat(refusals.path("description").asString()).contains("`cart_empty`: There is nothing in the cart");
        assertThat(refusals.at("/content/application~1problem+json/examples/cart_empty/value/code")
                        .asString())
                .isEqualTo("cart_empty");
    }

    @Test
    void recordsThatAreCalledTheSameAreToldApart() {
        assertThat(document().at("/components/schemas").propertyNames())
                .contains("CartControllerViewItem", "OrderControllerRequestItem");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusedPaymentHasACode(Refusal why) {
        assertThat(Arrays.stream(Code.values()).map(Code::code)).contains(why.code());
    }
}
