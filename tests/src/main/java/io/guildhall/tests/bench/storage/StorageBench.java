package io.guildhall.tests.bench.storage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The storage proxy against straight driver calls, by turns, on one Cassandra. Arguments: Cassandra's address and process, the
 * keyspace, the proxy's gRPC address, process and address of metrics, and optionally how many operations a round has. The
 * cluster's secret comes from GUILDHALL_CLUSTER_SECRET, so that it stands on no command line.
 *
 * <p>Easy and full: 1,000 channels, four pages of 50 messages read for each message written, with as many operations under way as
 * there are cores and with more. Hot: everybody reads one page.
 */
public final class StorageBench {
    private static final int CHANNELS = 1_000;
    private static final int ROUNDS = 5;
    /** One for each core: what an operation takes when it need not wait for processors. */
    private static final int EASY_UNDER_WAY = 2;

    /** More than the cores can do: what an operation costs. */
    private static final int FULL_UNDER_WAY = 8;

    /** Until the compilers of all three processes have seen what is hot: a proxy that has just started costs half as much again. */
    private static final int WARM_UP = 60_000;

    private static final int HOT_UNDER_WAY = 256;
    private static final int FLIGHTS = 4_000;

    private final DirectTarget direct;
    private final ProxyTarget proxy;
    private final int operations;

    private StorageBench(DirectTarget direct, ProxyTarget proxy, int operations) {
        this.direct = direct;
        this.proxy = proxy;
        this.operations = operations;
    }

    public static void main(String[] arguments) throws Exception {
        long cassandra = Long.parseLong(arguments[1]);
        ProxyProcess process = new ProxyProcess(Long.parseLong(arguments[4]), arguments[5]);
        int operations = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 8_000;
        try (DirectTarget direct = new DirectTarget(address(arguments[0]), arguments[2]);
                ProxyTarget proxy = new ProxyTarget(address(arguments[3]), System.getenv("GUILDHALL_CLUSTER_SECRET"))) {
            StorageBench bench = new StorageBench(direct, proxy, operations);
            bench.fill();
            bench.warmUp();
            System.out.println(bench.uniform("easy", EASY_UNDER_WAY) + " " + bench.uniform("full", FULL_UNDER_WAY) + " "
                    + bench.hot() + " " + bench.flights(process, cassandra));
        }
    }

    private void fill() throws InterruptedException {
        new Load(CHANNELS * Sample.PAGE, 64)
                .run(number -> direct.write(Sample.FIRST_CHANNEL + number % CHANNELS, 1 + number / CHANNELS));
    }

    private void warmUp() throws InterruptedException {
        Load load = new Load(WARM_UP, FULL_UNDER_WAY);
        load.run(number -> mixed(direct, -1, number));
        load.run(number -> mixed(proxy, -1, number));
    }

    private String uniform(String name, int underWay) throws InterruptedException {
        Load load = new Load(operations, underWay);
        List<Load.Result> straight = new ArrayList<>();
        List<Load.Result> proxied = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            int seed = round;
            Load.Result one = load.run(number -> mixed(direct, seed, number));
            Load.Result other = load.run(number -> mixed(proxy, seed, number));
            if (round > 0) {
                straight.add(one);
                proxied.add(other);
            }
        }
        return describe(name, straight, proxied);
    }

    private String hot() throws InterruptedException {
        Load load = new Load(operations, HOT_UNDER_WAY);
        long channel = Sample.FIRST_CHANNEL;
        List<Load.Result> straight = new ArrayList<>();
        List<Load.Result> proxied = new ArrayList<>();
        long straightReads = 0;
        long proxiedReads = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long before = direct.readsOf("messages");
            Load.Result one = load.run(number -> direct.page(channel));
            long between = direct.readsOf("messages");
            Load.Result other = load.run(number -> proxy.page(channel));
            long after = direct.readsOf("messages");
            if (round > 0) {
                straight.add(one);
                proxied.add(other);
                straightReads += between - before;
                proxiedReads += after - between;
            }
        }
        return describe("hot", straight, proxied)
                + " hot.reads.direct=%d hot.reads.proxy=%d hot.reads.ratio=%.1f"
                        .formatted(straightReads, proxiedReads, (double) straightReads / proxiedReads);
    }

    /** Memory of the proxy for each of many different reads that the store does not answer. */
    private String flights(ProxyProcess process, long cassandra) throws IOException, InterruptedException {
        long before = process.heapAfterCollection();
        long reads = process.reads();
        try (Pause paused = Pause.of(cassandra)) {
            for (int number = 0; number < FLIGHTS; number++) {
                // Empty partitions: what counts is the waiting.
                proxy.page(-1L - number).exceptionally(late -> 0);
            }
            process.awaitReads(reads + FLIGHTS);
            return "flight=%dB".formatted((process.heapAfterCollection() - before) / FLIGHTS);
        }
    }

    private static CompletionStage<?> mixed(Target target, int seed, int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
        long channel = Sample.FIRST_CHANNEL + random.nextInt(CHANNELS);
        return random.nextInt(5) == 0 ? target.write(channel, 1 + random.nextInt(Sample.PAGE)) : target.page(channel);
    }

    private static String describe(String name, List<Load.Result> straight, List<Load.Result> proxied) {
        double p50 = median(straight, result -> result.millis(0.5));
        double proxyP50 = median(proxied, result -> result.millis(0.5));
        double p99 = median(straight, result -> result.millis(0.99));
        double proxyP99 = median(proxied, result -> result.millis(0.99));
        return ("%1$s.direct=%2$.0f/s %1$s.proxy=%3$.0f/s %1$s.p50.direct=%4$.2fms %1$s.p50.proxy=%5$.2fms %1$s.p50.ratio=%6$.2f"
                        + " %1$s.p99.direct=%7$.2fms %1$s.p99.proxy=%8$.2fms %1$s.p99.ratio=%9$.2f")
                .formatted(
                        name,
                        median(straight, Load.Result::perSecond),
                        median(proxied, Load.Result::perSecond),
                        p50,
                        proxyP50,
                        proxyP50 / p50,
                        p99,
                        proxyP99,
                        proxyP99 / p99);
    }

    private static double median(List<Load.Result> results, Function<Load.Result, Double> figure) {
        return results.stream()
                .map(figure)
                .sorted(Comparator.naturalOrder())
                .skip(results.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
