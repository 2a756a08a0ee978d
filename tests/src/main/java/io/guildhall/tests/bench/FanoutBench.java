package io.guildhall.tests.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What it costs the server to deliver one message to every session of a guild: plain and zlib-stream, one message at a
 * time and eight at once, next to a bare Netty server that writes frames of the same size to as many connections in the
 * same run. What a message costs before the fan-out (REST, permissions, the write to disk) is measured with a single
 * session and taken off, so that the numbers tell of the fan-out alone.
 *
 * <p>Arguments: the API's address, the server's process id, and optionally numbers of sessions. Each number is measured
 * on its own; the last line tells of the last.
 */
public final class FanoutBench {
    /** GUILDS, GUILD_MESSAGES and MESSAGE_CONTENT. */
    private static final int INTENTS = 1 | 1 << 9 | 1 << 15;

    private static final int MANY = 8;
    private static final long DELIVERIES = 400_000;
    private static final long MESSAGES = 1_500;
    private static final String CONTENT = "a message of the usual length, which is about this long";

    private final Account account;
    private final ProcessorTime server;
    private final int frameBytes;

    private FanoutBench(Account account, ProcessorTime server, int frameBytes) {
        this.account = account;
        this.server = server;
        this.frameBytes = frameBytes;
    }

    public static void main(String[] arguments) throws Exception {
        Account account = Account.make(arguments[0]);
        ProcessorTime server = new ProcessorTime(Long.parseLong(arguments[1]));
        List<Integer> sizes = new ArrayList<>();
        for (int index = 2; index < arguments.length; index++) {
            sizes.add(Integer.parseInt(arguments[index]));
        }
        FanoutBench bench = new FanoutBench(account, server, frameBytes(account));
        String last = "";
        for (int sessions : sizes.isEmpty() ? List.of(1_000, 5_000) : sizes) {
            last = bench.run(sessions);
            System.out.println(last);
        }
        System.exit(0);
    }

    private String run(int sessions) throws Exception {
        System.out.println(sessions + " sessions, frames of " + frameBytes + " bytes");
        List<Phase> bare = bare(sessions);
        List<Phase> message = gateway("message to one", "", 1, MESSAGES);
        List<Phase> plain = without(message, sessions, gateway("plain", "", sessions, DELIVERIES));
        List<Phase> zlib =
                without(message, sessions, gateway("zlib-stream", "&compress=zlib-stream", sessions, DELIVERIES));
        return String.format(
                Locale.ROOT,
                "fanout sessions=%d frame=%dB message1=%.0fus message8=%.0fus plain1=%.2fus plain8=%.2fus zlib1=%.2fus"
                        + " zlib8=%.2fus bare1=%.2fus bare8=%.2fus plain1/bare1=%.2f plain8/bare8=%.2f zlib1/plain1=%.2f"
                        + " zlib8/plain8=%.2f plain1_rate=%.0f/s plain8_rate=%.0f/s zlib1_rate=%.0f/s zlib8_rate=%.0f/s",
                sessions,
                frameBytes,
                message.get(0).micros(),
                message.get(1).micros(),
                plain.get(0).micros(),
                plain.get(1).micros(),
                zlib.get(0).micros(),
                zlib.get(1).micros(),
                bare.get(0).micros(),
                bare.get(1).micros(),
                ratio(plain, bare, 0),
                ratio(plain, bare, 1),
                ratio(zlib, plain, 0),
                ratio(zlib, plain, 1),
                plain.get(0).rate(),
                plain.get(1).rate(),
                zlib.get(0).rate(),
                zlib.get(1).rate());
    }

    /** What is left of each phase without its share of the messages' own cost. */
    private static List<Phase> without(List<Phase> message, int sessions, List<Phase> phases) {
        List<Phase> left = new ArrayList<>();
        for (int index = 0; index < phases.size(); index++) {
            Phase phase = phases.get(index);
            double share = message.get(index).micros() / sessions;
            left.add(new Phase(phase.name(), phase.rate(), phase.micros() - share));
        }
        return left;
    }

    private static double ratio(List<Phase> measured, List<Phase> base, int index) {
        return measured.get(index).micros() / base.get(index).micros();
    }

    private List<Phase> bare(int sessions) throws Exception {
        try (BareProcess process = BareProcess.server(frameBytes);
                Crowd crowd = Crowd.ofConnections(process.port(), sessions)) {
            return List.of(
                    Phase.measure("bare netty, 1 event", crowd, process.processorTime(), 1, DELIVERIES, process::send),
                    Phase.measure(
                            "bare netty, 8 events", crowd, process.processorTime(), MANY, DELIVERIES, process::send));
        }
    }

    private List<Phase> gateway(String name, String compression, int sessions, long deliveries) throws Exception {
        URI gateway = URI.create(account.gateway());
        try (Crowd crowd = Crowd.ofSessions(gateway, account.botToken(), INTENTS, compression, sessions);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Phase.Sender sender = events -> post(threads, events);
            return List.of(
                    Phase.measure(name + ", 1 event", crowd, server, 1, deliveries, sender),
                    Phase.measure(name + ", 8 events", crowd, server, MANY, deliveries, sender));
        }
    }

    private void post(ExecutorService threads, int events) throws Exception {
        List<Future<?>> posts = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            posts.add(threads.submit(() -> account.send(CONTENT)));
        }
        for (Future<?> post : posts) {
            post.get();
        }
    }

    /** The size of one message's frame, as one session receives it. */
    private static int frameBytes(Account account) throws InterruptedException {
        try (Receiver receiver = Receiver.connect(URI.create(account.gateway()), account.botToken())) {
            CompletableFuture<Integer> size = new CompletableFuture<>();
            receiver.onFrame(size::complete);
            account.send(CONTENT);
            return size.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }
}
