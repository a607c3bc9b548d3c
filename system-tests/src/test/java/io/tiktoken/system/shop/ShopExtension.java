package io.tiktoken.system.shop;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the shop for the first story, closes it after the last, and shows the logs of a story that failed. */
final class ShopExtension implements ParameterResolver, BeforeTestExecutionCallback, AfterTestExecutionCallback {

    /** A shop that could not be opened is not tried again for each story. */
    private record Opening(Shop shop, Exception failure) implements AutoCloseable {

        static Opening attempt() {
            try {
                return new Opening(Shop.open(), null);
            } catch (Exception e) {
                return new Opening(null, e);
            }
        }

        @Override
        public void close() {
            if (shop != null) {
                shop.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shop.class;
    }

    @Override
    public Shop resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return madeWhole(shop(context));
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        madeWhole(shop(context)).markLogs();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            System.out.printf(
                    "%s failed. What the shop wrote meanwhile:%n%s%n",
                    context.getDisplayName(), shop(context).logTails());
        }
    }

    /** Whatever an earlier story broke, this one finds in order. */
    private static Shop madeWhole(Shop shop) {
        shop.mendWires();
        try {
            shop.startEverything();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return shop;
    }

    private static Shop shop(ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.create(ShopExtension.class));
        var opening = store.computeIfAbsent(Shop.class, _ -> Opening.attempt(), Opening.class);
        if (opening.failure() != null) {
            throw new IllegalStateException(opening.failure().getMessage(), opening.failure());
        }
        return opening.shop();
    }
}
