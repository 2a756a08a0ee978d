package io.guildhall.guild.bench;

import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Success;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Commands a second of one guild on a store whose reads take 2 ms and whose writes take 4: those that only write, which are new
 * messages, against those that read first, which are edits of messages.
 */
final class CommandBench {
    private static final int MEMBERS = 100;
    private static final int UNDER_WAY = 256;
    private static final int MESSAGES = 4_000;
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private final BenchNode node;
    private final BigGuild guild;
    private final long channel;

    private CommandBench(BenchNode node) {
        this.node = node;
        this.guild = new BigGuild(node, 1_000_000_000_003L << 20, MEMBERS).create();
        this.channel = guild.channel();
    }

    /** The rate of those that read first, in those that only write. */
    static double run() {
        try (BenchNode node = new BenchNode()) {
            return new CommandBench(node).ratio();
        }
    }

    private double ratio() {
        List<String> messages = new ArrayList<>();
        for (int index = 0; index < MESSAGES; index++) {
            Success written = node.run(guild.message(channel, "first " + index));
            messages.add(Json.parse(written.getBody()).path("id").asText());
        }
        // The messages that were just written are in the owner's hands; those of an owner that begins are not.
        node.replace();
        node.run(guild.message(channel, "loaded"));
        node.storage().delay(Duration.ofMillis(2), Duration.ofMillis(4));
        Commands write = index -> guild.message(channel, "message " + index);
        Commands read = index -> guild.edit(channel, messages.get(index % MESSAGES), "edited " + index);
        rate(write);
        rate(read);
        double writes = rate(write);
        double reads = rate(read);
        System.out.printf(
                Locale.ROOT,
                "with reads of 2 ms and writes of 4: %.0f commands a second that only write, %.0f that read first%n",
                writes,
                reads);
        return reads / writes;
    }

    private double rate(Commands commands) {
        Semaphore underWay = new Semaphore(UNDER_WAY);
        List<CompletableFuture<?>> answers = new ArrayList<>();
        long start = System.nanoTime();
        int index = 0;
        while (System.nanoTime() - start < SECONDS.toNanos()) {
            underWay.acquireUninterruptibly();
            Command command = commands.at(index++);
            answers.add(node.submit(command)
                    .thenAccept(outcome -> {
                        underWay.release();
                        BenchNode.success(outcome);
                    })
                    .toCompletableFuture());
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        return index / ((System.nanoTime() - start) / 1e9);
    }
}
