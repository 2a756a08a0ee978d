package io.guildhall.relay.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SerialQueueTest {
    private final List<Integer> handled = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    @Test
    void anItemWhoseConsumerThrowsAnErrorIsPassedOverAndTheRestGoesOn() {
        SerialQueue<Integer> queue = new SerialQueue<>(this::handle, failures::add);

        IntStream.range(0, 10).forEach(queue::add);
        queue.drain();
        queue.add(10);
        queue.drain();

        assertThat(handled).containsExactly(0, 1, 2, 4, 5, 6, 7, 8, 9, 10);
        assertThat(failures).singleElement().isInstanceOf(StackOverflowError.class);
    }

    @Test
    void goesOnThoughNobodyCanBeToldOfTheFailure() {
        SerialQueue<Integer> queue = new SerialQueue<>(this::handle, failure -> {
            throw new AssertionError("nor can it be told");
        });

        List.of(3, 4).forEach(queue::add);
        queue.drain();

        assertThat(handled).containsExactly(4);
    }

    @Test
    void handlesEachItemOnceAndOneAtATimeWhoeverDrains() throws InterruptedException {
        SerialQueue<Integer> queue = new SerialQueue<>(this::handle, failures::add);
        CountDownLatch done = new CountDownLatch(4);
        for (int thread = 0; thread < 4; thread++) {
            Thread.ofVirtual().start(() -> {
                for (int item = 100; item < 1_100; item++) {
                    queue.add(item);
                    queue.drain();
                }
                done.countDown();
            });
        }

        done.await();
        queue.drain();

        assertThat(handled).hasSize(4_000);
    }

    private void handle(int item) {
        if (item == 3) {
            throw new StackOverflowError("the third is bad");
        }
        handled.add(item);
    }
}
