package io.tiktoken.system.forgery;

import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Claims;
import io.tiktoken.system.token.MachineClient;
import io.tiktoken.system.token.SigningKey;
import java.util.List;
import java.util.UUID;

/** Every place that asks for a token: two at each part, since each has two audiences, and the gateway's ways there. */
final class Doors {

    private Doors() {}

    static List<Door> of(Shop shop, SigningKey key, String person) {
        var id = UUID.randomUUID();
        var gateway = MachineClient.gatewayOf(shop).token(shop, "sessions:exchange");
        var stock = MachineClient.orderServiceOf(shop).token(shop, "stock:reserve");
        var funds = MachineClient.orderServiceOf(shop).token(shop, "funds:reserve");
        var quotes = MachineClient.walletServiceOf(shop).token(shop, "quotes:redeem");
        // Nobody may ask order-service for anything internal, but its door would know a token for it.
        var orders = key.sign(Claims.of(funds).with("aud", "order-service").all());
        return List.of(
                at(shop, Part.AUTH, "GET", "/api/auth/me", person),
                at(shop, Part.AUTH, "POST", "/internal/sessions/token", gateway),
                at(shop, Part.CATALOG, "GET", "/api/admin/products", person),
                at(shop, Part.CATALOG, "GET", "/internal/products", stock),
                at(shop, Part.WALLET, "GET", "/api/wallet", person),
                at(shop, Part.WALLET, "GET", "/internal/reservations/" + id, funds),
                at(shop, Part.ORDER, "GET", "/api/orders", person),
                at(shop, Part.ORDER, "GET", "/internal/anything", orders),
                at(shop, Part.FX, "GET", "/api/fx/rates", person),
                at(shop, Part.FX, "PUT", "/internal/quotes/%s/redemption".formatted(id), quotes),
                at(shop, Part.GATEWAY, "GET", "/api/auth/me", person),
                at(shop, Part.GATEWAY, "GET", "/api/wallet", person),
                at(shop, Part.GATEWAY, "GET", "/api/orders", person),
                at(shop, Part.GATEWAY, "GET", "/api/fx/rates", person));
    }

    private static Door at(Shop shop, Part part, String method, String path, String honest) {
        var name = "%s %s at %s".formatted(method, path, part.module());
        return new Door(name, method, shop.urlOf(part).resolve(path), honest);
    }
}
