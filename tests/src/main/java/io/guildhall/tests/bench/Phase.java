package io.guildhall.tests.bench;

import java.util.Locale;

/**
 * What one part of the measurement gave.
 *
 * @param rate deliveries in a second
 * @param micros processor time of the server for one delivery
 */
record Phase(String name, double rate, double micros) {

    /** Sends batches of events to everyone and waits for each batch to arrive, until so many deliveries were made. */
    static Phase measure(String name, Crowd crowd, ProcessorTime server, int batch, long deliveries, Sender sender)
            throws Exception {
        run(crowd, batch, deliveries / 4, sender);
        double processor = server.seconds();
        long start = System.nanoTime();
        long made = run(crowd, batch, deliveries, sender);
        double seconds = (System.nanoTime() - start) / 1e9;
        Phase phase = new Phase(name, made / seconds, (server.seconds() - processor) / made * 1e6);
        System.out.printf(
                Locale.ROOT, "  %-24s %8.0f deliveries/s  %6.2f us/delivery%n", name, phase.rate(), phase.micros());
        return phase;
    }

    /** Makes the server send so many events to everyone, all at once. */
    @FunctionalInterface
    interface Sender {
        void send(int events) throws Exception;
    }

    private static long run(Crowd crowd, int batch, long deliveries, Sender sender) throws Exception {
        long begin = crowd.frames();
        long wanted = 0;
        while (wanted < deliveries) {
            sender.send(batch);
            wanted += (long) batch * crowd.size();
            crowd.awaitFrames(begin + wanted);
        }
        return wanted;
    }
}
