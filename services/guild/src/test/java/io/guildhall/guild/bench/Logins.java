package io.guildhall.guild.bench;

import io.guildhall.model.rpc.Ticket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** People who log in to a guild: each session attaches itself and pulls what it is to begin with. */
final class Logins {
    private static final int UNDER_WAY = 64;

    private final BenchNode node;
    private final BigGuild guild;

    Logins(BenchNode node, BigGuild guild) {
        this.node = node;
        this.guild = guild;
    }

    /** As fast as they can, some at a time. */
    void run(int from, int to) {
        run(from, to, 0);
    }

    /** One begins at each pause. */
    void run(int from, int to, long pauseNanos) {
        Semaphore underWay = new Semaphore(UNDER_WAY);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int index = from; index < to; index++) {
                int mine = index;
                LockSupport.parkNanos(start + (index - from) * pauseNanos - System.nanoTime());
                underWay.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        one(mine, false);
                    } finally {
                        underWay.release();
                    }
                });
            }
        }
    }

    /** The bytes that one login pulls. */
    long one(int index, boolean bot) {
        long bytes = 0;
        for (Ticket ticket : node.run(guild.attach(index, bot)).getTicketsList()) {
            bytes += node.pull(guild.key(), ticket).stream()
                    .mapToLong(event -> event.getPayload().size())
                    .sum();
        }
        return bytes;
    }

    void end(int from, int to) {
        for (int index = from; index < to; index++) {
            node.run(guild.detach(index));
        }
    }
}
