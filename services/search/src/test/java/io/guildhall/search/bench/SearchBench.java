package io.guildhall.search.bench;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.query.Place;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.query.Words;
import io.guildhall.model.rpc.FindReply;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Search in a cluster against the bare cell below it, in one run: the whole path of messages from the event log into the cell against the same
 * requests sent by hand, and the answers of a search node against the same questions asked by hand; then the time from a message's POST to an answer that has it, and
 * what a message takes in the index and in the store. Arguments: the API's address, those of Kafka, the cell, the search node's gRPC and the
 * storage proxy's, the directory of the embedded store, where the search node's metrics are, and optionally how many messages there are and of how many guilds. The cluster's secret
 * comes from GUILDHALL_CLUSTER_SECRET.
 */
public final class SearchBench {
    private static final String INDEXED = "guildhall_search_changes_indexed_total";
    private static final int WARM_UP = 20_000;
    private static final int TOGETHER = 1_000;
    private static final int PREPARED = 20;
    private static final int QUESTIONS = 1_000;
    private static final int POSTS = 40;
    private static final int MOST_STORED = 200_000;

    private final Told told;
    private final int messages;
    private final int warmUp;
    private final NodeMetrics node;
    private final BareCell cell;
    private final Nodes nodes;
    private final WrittenRequests requests;

    private SearchBench(
            Told told, int messages, NodeMetrics node, BareCell cell, Nodes nodes, WrittenRequests requests) {
        this.told = told;
        this.messages = messages;
        this.warmUp = Math.min(WARM_UP, messages / 2);
        this.node = node;
        this.cell = cell;
        this.nodes = nodes;
        this.requests = requests;
    }

    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 7 ? Integer.parseInt(arguments[7]) : 1_000_000;
        Told told = new Told(arguments.length > 8 ? Integer.parseInt(arguments[8]) : 8);
        BareCell cell = new BareCell(URI.create("http://" + arguments[2]));
        try (Nodes nodes = new Nodes(arguments[3], arguments[4], System.getenv("GUILDHALL_CLUSTER_SECRET"));
                OwnersLog log = new OwnersLog(arguments[1], told);
                WrittenRequests requests = new WrittenRequests()) {
            SearchBench bench =
                    new SearchBench(told, messages, new NodeMetrics(URI.create(arguments[6])), cell, nodes, requests);
            Writer writer = Writer.make(arguments[0]);
            bench.awaitBound();
            log.begin();
            double whole = bench.whole(log);
            double raw = bench.raw();
            double indexed = cell.bytes("messages-*") / (double) messages;
            String queries = bench.queries();
            String found = found(writer);
            double stored = new StoredSize(nodes.storage, Path.of(arguments[5]), told)
                    .of(Math.min(messages, MOST_STORED), writer.channel(), writer.send("what a row has"));
            System.out.printf(
                    "search messages=%d guilds=%d indexed=%.0f/s raw=%.0f/s index_ratio=%.2f %s %s index_bytes=%.0f"
                            + " stored_bytes=%.0f bytes_ratio=%.2f%n",
                    messages,
                    told.guilds(),
                    whole,
                    raw,
                    whole / raw,
                    queries,
                    found,
                    indexed,
                    stored,
                    indexed / stored);
        }
    }

    /** Each guild is searched once while it has nothing, so that nothing is read from the store afterwards. */
    private void awaitBound() throws InterruptedException {
        for (int guild = 0; guild < told.guilds(); guild++) {
            while (!nodes.find(everything(guild), told.guild(guild), 0).hasFound()) {
                Thread.sleep(200);
            }
        }
    }

    /** Messages a second from the event log into the cell, after some to warm up; all of them are found then. */
    private double whole(OwnersLog log) throws InterruptedException, ExecutionException {
        log.tell(log.ready(0, warmUp));
        awaitIndexed(warmUp);
        List<ProducerRecord<String, byte[]>> records = log.ready(warmUp, messages);
        long start = System.nanoTime();
        log.tell(records);
        awaitIndexed(messages);
        double seconds = seconds(start);
        for (int guild = 0; guild < told.guilds(); guild++) {
            int expected = messages / told.guilds() + (guild < messages % told.guilds() ? 1 : 0);
            if (total(guild) != expected) {
                throw new IllegalStateException("of " + expected + " messages " + total(guild) + " are found");
            }
        }
        return records.size() / seconds;
    }

    private void awaitIndexed(int changes) throws InterruptedException {
        while (node.value(INDEXED) < changes) {
            Thread.sleep(50);
        }
    }

    private long total(int guild) {
        FindReply reply = nodes.find(everything(guild), told.guild(guild), Told.EPOCH);
        return reply.hasFound() ? reply.getFound().getTotal() : 0;
    }

    /** The same requests, ready, by one who waits for nothing else: as fast as the cell takes them. */
    private double raw() {
        cell.makeIndex();
        long taken = 0;
        long counted = 0;
        for (int from = 0; from < messages; from += PREPARED * TOGETHER) {
            List<String> bulks = new ArrayList<>();
            for (int first = from; first < Math.min(messages, from + PREPARED * TOGETHER); first += TOGETHER) {
                List<Change> changes = IntStream.range(first, Math.min(messages, first + TOGETHER))
                        .mapToObj(told::change)
                        .toList();
                bulks.add(requests.bulk(changes));
            }
            long start = System.nanoTime();
            bulks.forEach(cell::bulk);
            if (from >= warmUp) {
                taken += System.nanoTime() - start;
                counted += Math.min(messages, from + PREPARED * TOGETHER) - from;
            }
        }
        return counted / (taken / 1e9);
    }

    /** By turns, after as many to warm up. */
    private String queries() {
        long[] asked = new long[QUESTIONS];
        long[] bare = new long[QUESTIONS];
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < QUESTIONS; number++) {
                SearchQuery query = everything(number).with(Words.of(Corpus.question(number)));
                String body = requests.search(query);
                String index = "messages-*";
                long start = System.nanoTime();
                long found = nodes.find(query, told.guild(number), Told.EPOCH)
                        .getFound()
                        .getTotal();
                long between = System.nanoTime();
                long same = cell.search(index, body);
                bare[number] = System.nanoTime() - between;
                asked[number] = between - start;
                if (found != same) {
                    throw new IllegalStateException("one found " + found + " and the other " + same);
                }
            }
        }
        double p50 = at(asked, 0.5);
        double barely = at(bare, 0.5);
        return "query_p50=%.2fms query_p99=%.2fms bare_p50=%.2fms bare_p99=%.2fms query_p50_ratio=%.2f"
                .formatted(p50, at(asked, 0.99), barely, at(bare, 0.99), p50 / barely);
    }

    private static String found(Writer writer) throws InterruptedException {
        long[] taken = new long[POSTS];
        for (int number = 0; number < POSTS; number++) {
            String word = "post" + number + "x" + Long.toString(System.nanoTime(), 36);
            long start = System.nanoTime();
            writer.send(word);
            while (!writer.finds(word)) {
                Thread.sleep(5);
            }
            taken[number] = System.nanoTime() - start;
        }
        // The first ones wait until the guild's index is made.
        long[] settled = Arrays.copyOfRange(taken, POSTS / 2, POSTS);
        return "found_ms=%.0f found_p99_ms=%.0f".formatted(at(settled, 0.5), at(settled, 0.99));
    }

    private SearchQuery everything(int number) {
        return SearchQuery.everything(Place.of(told.guild(number).getId(), told.channels(number)));
    }

    private static double at(long[] nanos, double share) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
