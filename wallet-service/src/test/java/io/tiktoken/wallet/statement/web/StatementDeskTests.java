package io.tiktoken.wallet.statement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.problem.ProblemException;
import io.tiktoken.wallet.statement.StatementSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpHeaders;

@Timeout(60)
class StatementDeskTests {

    @Test
    void nobodyElseIsKeptFromTheirTurnByWhoIsSlowToFetchTheirs() throws IOException {
        var desk = desk(1, Duration.ZERO);

        try (var first = desk.drawn(paper -> paper.write(text("first")));
                var second = desk.drawn(paper -> paper.write(text("second")))) {
            assertThat(first.size()).isEqualTo(5);
            assertThat(sent(first)).isEqualTo("first");
            assertThat(sent(second)).isEqualTo("second");
        }
    }

    @Test
    void howeverManyAreAskedForOnlySomeAreDrawnAtOnce() throws Exception {
        var desk = desk(2, Duration.ofSeconds(50));
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        var drawings = IntStream.range(0, 16)
                .<Callable<String>>mapToObj(number -> () -> {
                    try (var file = desk.drawn(paper -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        paper.write(text("statement " + number));
                        pause();
                        atOnce.decrementAndGet();
                    })) {
                        return sent(file);
                    }
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(drawings))
                    .extracting(future -> future.get())
                    .containsExactlyElementsOf(IntStream.range(0, 16)
                            .mapToObj("statement %d"::formatted)
                            .toList());
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void whoWaitsTooLongIsToldWhenToComeBack() throws Exception {
        var desk = desk(1, Duration.ofMillis(50));
        var drawing = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var slow = thread.submit(() -> desk.drawn(_ -> {
                drawing.countDown();
                await(done);
            }));
            drawing.await();

            assertThatThrownBy(() -> desk.drawn(_ -> {})).isInstanceOfSatisfying(ProblemException.class, refusal -> {
                assertThat(refusal.problem().detail().getStatus()).isEqualTo(503);
                assertThat(refusal.problem().headers().getFirst(HttpHeaders.RETRY_AFTER))
                        .isEqualTo("5");
            });

            done.countDown();
            slow.get().close();
        }
        desk.drawn(_ -> {}).close();
    }

    @Test
    void whatFailsMidwayGivesItsPlaceToTheNext() throws IOException {
        var desk = desk(1, Duration.ZERO);
        var failing = List.<StatementDesk.Drawing>of(
                _ -> {
                    throw new IOException("no space");
                },
                _ -> {
                    throw new IllegalStateException("a bug");
                });
        for (var drawing : failing) {
            assertThatThrownBy(() -> desk.drawn(drawing))
                    .isInstanceOfAny(IOException.class, IllegalStateException.class);
        }

        try (var file = desk.drawn(paper -> paper.write(text("whole")))) {
            assertThat(sent(file)).isEqualTo("whole");
        }
    }

    private static StatementDesk desk(int mostAtOnce, Duration longestWait) {
        return new StatementDesk(new StatementSettings(5000, mostAtOnce, longestWait, List.of()));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sent(StatementDesk.Drawn file) throws IOException {
        var receiver = new ByteArrayOutputStream();
        file.sendTo(receiver);
        return receiver.toString(StandardCharsets.UTF_8);
    }

    private static void pause() {
        await(new CountDownLatch(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            var _ = latch.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
