package io.tiktoken.system.odd;

import io.tiktoken.system.odd.Sender.Kind;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the requests of a seed: each from its own random numbers, so that any of them can be made alone. */
final class OddRequests {

    private static final List<Oddity> ODDITIES = Stream.of(
                    TargetOddities.all(),
                    HeaderOddities.all(),
                    ConnectionOddities.all(),
                    BodyOddities.all(),
                    FramingOddities.all())
            .flatMap(List::stream)
            .toList();

    private static final int MOST_ODDITIES = 3;

    /** The last one stands for all that are none. */
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND");

    private final Shop shop;
    private final Sender sender;
    private final Routes routes;
    private final long seed;

    OddRequests(Shop shop, Sender sender, Routes routes, long seed) {
        this.shop = shop;
        this.sender = sender;
        this.routes = routes;
        this.seed = seed;
    }

    OddRequest at(int index) {
        var random = new Random(seed * 1_000_003 + index);
        var kind = Oddity.oneOf(random, Kind.values());
        var route = routeFor(kind, random);
        var door = route.isPublic() && random.nextBoolean() ? Part.GATEWAY : route.part();
        var draft = draft(route, kind, door, random);
        for (var more = random.nextInt(MOST_ODDITIES); more >= 0; more--) {
            Oddity.oneOf(random, ODDITIES).applyTo(draft, random);
        }
        return new OddRequest(index, door, shop.urlOf(door), kind, draft, draft.bytes());
    }

    /** Each route at each of its doors by everybody, with nothing odd about it, and one route with every method that there is. */
    List<OddRequest> ordinary() {
        var random = new Random(seed);
        var everyMethod = Stream.of(Part.values())
                .flatMap(door -> METHODS.stream().map(method -> {
                    var draft = new Draft(method, "/api/products", new byte[0])
                            .header("Host", shop.urlOf(door).getAuthority());
                    return new OddRequest(-1, door, shop.urlOf(door), Kind.STRANGER, draft, draft.bytes());
                }));
        var everyRoute = routes.all().stream()
                .flatMap(route -> Stream.of(route.part(), Part.GATEWAY)
                        .filter(door -> door != Part.GATEWAY || route.isPublic())
                        .flatMap(door -> Stream.of(Kind.values())
                                .filter(kind -> isHarmless(route, kind))
                                .map(kind -> {
                                    var draft = draft(route, kind, door, random);
                                    return new OddRequest(-1, door, shop.urlOf(door), kind, draft, draft.bytes());
                                })));
        return Stream.concat(everyMethod, everyRoute).toList();
    }

    private Draft draft(Route route, Kind kind, Part door, Random random) {
        var ids = List.of(sender.bystander(), new UUID(random.nextLong(), random.nextLong()).toString());
        var url = shop.urlOf(door);
        var draft = routes.draft(route, url.getAuthority(), ids, random);
        sender.sign(draft, kind, door);
        if (random.nextBoolean()) {
            draft.header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        }
        return draft;
    }

    private Route routeFor(Kind kind, Random random) {
        Route route;
        do {
            route = Oddity.oneOf(random, routes.all());
        } while (!isHarmless(route, kind));
        return route;
    }

    /**
     * All stories share one administrator, who must stay logged in and the only one, and a change of keys that takes ten
     * minutes.
     */
    private static boolean isHarmless(Route route, Kind kind) {
        return kind != Kind.ADMINISTRATOR
                || !(route.isAboutOnesOwnAccount() || route.changesRoles() || route.changesKeys());
    }
}
