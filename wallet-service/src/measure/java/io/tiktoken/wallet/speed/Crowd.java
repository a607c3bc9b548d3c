package io.tiktoken.wallet.speed;

import static io.tiktoken.wallet.TestWallets.ttk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.TestApprovals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * People who send each other a cent. Their requests are made before they are sent, whole and each with a key and an
 * approval of its own, as auth-service would have given it.
 */
final class Crowd {

    private static final Money A_CENT = ttk("0.01");

    private record Member(UUID id, String username, String token) {}

    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
    private final Issuer issuer;
    private volatile List<Member> members;

    Crowd(Issuer issuer, int size) {
        this.issuer = issuer;
        this.members = IntStream.range(0, size)
                .mapToObj(number -> new Member(UUID.randomUUID(), "person-" + number, ""))
                .toList();
        logInAgain();
    }

    /** New tokens for everyone: the old ones end after five minutes. */
    void logInAgain() {
        members = members.parallelStream()
                .map(member ->
                        new Member(member.id(), member.username(), issuer.tokenOf(member.id(), member.username())))
                .toList();
    }

    /** For everyone as much as they will ever need. */
    List<byte[]> topUps() {
        return members.parallelStream()
                .map(member -> request(member, "/api/wallet/top-ups", """
                        {"amount":{"amount":100000,"currency":"SGD"},"paymentMethod":"pm_card_visa"}"""))
                .toList();
    }

    /** Good for two minutes. */
    List<byte[]> transfers(int number) {
        return IntStream.range(0, number).parallel().mapToObj(_ -> transfer()).toList();
    }

    private byte[] transfer() {
        var random = ThreadLocalRandom.current();
        var sender = random.nextInt(members.size());
        var receiver = (sender + 1 + random.nextInt(members.size() - 1)) % members.size();
        var from = members.get(sender);
        var to = members.get(receiver);
        return request(from, "/api/wallet/transfers", """
                {"to":"%s","amount":{"amount":1,"currency":"TTK"},"note":"for lunch","approval":"%s"}""".formatted(to.username(), approval(from, to)));
    }

    /** As auth-service makes them, also in that its ids ascend with time. */
    private String approval(Member from, Member to) {
        return TestApprovals.of(
                from.id(),
                to.id(),
                A_CENT,
                to.id(),
                Instant.now().plusSeconds(120),
                claims -> claims.jwtID(ids.generate().toString())
                        .claim("operation", "transfer")
                        .claim("order_id", null)
                        .claim("payee_username", to.username())
                        .claim("payee_name", "A••• L••"));
    }

    private static byte[] request(Member member, String path, String body) {
        return """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Idempotency-Key: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, member.token(), UUID.randomUUID(), body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
