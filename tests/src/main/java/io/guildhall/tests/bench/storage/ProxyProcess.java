package io.guildhall.tests.bench.storage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** The storage proxy's process, seen from outside: its metrics, and its heap after a collection. */
record ProxyProcess(long pid, String metrics) {
    private static final int PATIENCE = 600;
    private static final String HEAP = "jvm_memory_used_bytes{area=\"heap\"";
    private static final String READS = "guildhall_storage_reads_total";

    long heapAfterCollection() throws IOException, InterruptedException {
        Process collection = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(pid),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IllegalStateException("the proxy's heap can't be collected");
        }
        return sum(HEAP);
    }

    long reads() throws IOException, InterruptedException {
        return sum(READS);
    }

    /** Waits until the proxy has begun so many reads since it had this many. */
    void awaitReads(long reads) throws IOException, InterruptedException {
        for (int turn = 0; turn < PATIENCE && reads() < reads; turn++) {
            Thread.sleep(50);
        }
        if (reads() < reads) {
            throw new IllegalStateException("the proxy did not begin all reads");
        }
    }

    private long sum(String prefix) throws IOException, InterruptedException {
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(metrics)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return (long) text.lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
