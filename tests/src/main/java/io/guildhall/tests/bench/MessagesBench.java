package io.guildhall.tests.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Messages that one instance takes in a second, how long each takes from POST to another client's receipt, and the processor
 * time that the instance has for each, how much of that is the kernel's, and which part of the instance had it. What it takes to translate code
 * and to make messages found is told apart from the road that a message takes ({@code road_us}). Several writers keep one request under way each. After the plain ones come messages
 * with an embed and replies, told with what they cost beside a plain one. Arguments: the API's address, the
 * instance's process, and optionally how many messages and writers.
 */
public final class MessagesBench {
    private static final int PATIENCE_SECONDS = 120;
    /** Half of what it was before the kernel was rewritten, in roads of a {@link BareRoad} in the same run: that was 5.6. */
    private static final double TARGET = 2.8;

    private static final String CONTENT = "a message of the usual length, which is about this long, number ";

    private final Account account;
    private final ProcessorTime instance;
    private final Receiver receiver;
    private final int writers;

    private MessagesBench(Account account, ProcessorTime instance, Receiver receiver, int writers) {
        this.account = account;
        this.instance = instance;
        this.receiver = receiver;
        this.writers = writers;
    }

    public static void main(String[] arguments) throws Exception {
        Account account = Account.make(arguments[0]);
        ProcessorTime instance = new ProcessorTime(Long.parseLong(arguments[1]));
        int messages = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30_000;
        int writers = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 16;
        try (Receiver receiver = Receiver.connect(URI.create(account.gateway()), account.botToken())) {
            MessagesBench bench = new MessagesBench(account, instance, receiver, writers);
            // As many before, since code that has just been translated is no measure of what it costs for good.
            bench.run(SentMessage.PLAIN, messages);
            Result plain = bench.run(SentMessage.PLAIN, messages);
            for (SentMessage kind : new SentMessage[] {SentMessage.EMBED, SentMessage.REPLY}) {
                bench.run(kind, messages / 2);
                Result result = bench.run(kind, messages / 2);
                System.out.printf(
                        "messages_%s road_us=%.0f of_plain=%.2f%n",
                        kind.name().toLowerCase(Locale.ROOT), result.road(), result.road() / plain.road());
            }
            double bare = bareRoad(messages, writers);
            boolean met = plain.road() / bare <= TARGET;
            System.out.printf(
                    "%s bare_us=%.0f of_bare=%.2f targets=%s%n",
                    plain.said(), bare, plain.road() / bare, met ? "met" : "missed:of_bare");
        }
        System.exit(0);
    }

    /** Microseconds that a {@link BareRoad} needs for one of the same messages. */
    private static double bareRoad(int messages, int writers) throws Exception {
        try (BareProcess process = BareProcess.road()) {
            Account account = Account.ofBareRoad(process.port());
            try (Receiver receiver = Receiver.connect(URI.create(account.gateway()), account.botToken())) {
                MessagesBench bench = new MessagesBench(account, process.processorTime(), receiver, writers);
                bench.run(SentMessage.PLAIN, messages);
                return bench.run(SentMessage.PLAIN, messages).road();
            }
        }
    }

    /** @param road processor time of a message, in microseconds, without what translating code takes */
    private record Result(double road, String said) {}

    /** Sends the messages and waits until the other client has all of them. */
    private Result run(SentMessage kind, int messages) throws IOException, InterruptedException {
        SentMessage.Body body = kind.of(account);
        Account sender = kind.by(account);
        long[] sent = new long[messages];
        long[] taken = new long[messages];
        CountDownLatch received = new CountDownLatch(messages);
        receiver.onMessage(content -> {
            if (!content.startsWith(CONTENT)) {
                return;
            }
            int number = Integer.parseInt(content.substring(CONTENT.length()));
            taken[number] = System.nanoTime() - sent[number];
            received.countDown();
        });
        double worked = instance.seconds();
        double system = instance.systemSeconds();
        WorkParts parts = WorkParts.of(instance.process());
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore underWay = new Semaphore(writers);
            for (int number = 0; number < messages; number++) {
                underWay.acquire();
                int mine = number;
                threads.execute(() -> {
                    try {
                        sent[mine] = System.nanoTime();
                        sender.sendBody(body.with(CONTENT + mine));
                    } finally {
                        underWay.release();
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!received.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(received.getCount() + " messages were never received");
        }
        double microseconds = (instance.seconds() - worked) / messages * 1e6;
        double ofKernel = (instance.systemSeconds() - system) / messages * 1e6;
        WorkParts each = WorkParts.of(instance.process()).since(parts).per(messages);
        Arrays.sort(taken);
        String said =
                "messages rate=%.0f/s p50=%.2fms p99=%.2fms cpu_us=%.0f cpu_kernel_us=%.0f road_us=%.0f %s messages=%d writers=%d"
                        .formatted(
                                messages / seconds,
                                at(taken, 0.50),
                                at(taken, 0.99),
                                microseconds,
                                ofKernel,
                                each.ofRoad() * 1e6,
                                each.inMicroseconds(),
                                messages,
                                writers);
        return new Result(each.ofRoad() * 1e6, said);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }
}
