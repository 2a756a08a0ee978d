package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same request on many connections at once, and what that costs this process, in which both sides are. */
final class RequestFlood {
    private static final int PATIENCE_MILLIS = 60_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private RequestFlood() {}

    /**
     * In bytes of heap.
     *
     * @param answers how often each status came
     * @param held of all requests while each lacks its last byte
     * @param allocated from then on until the last one is answered: no more of that can ever be alive, whenever somebody looks
     */
    record Cost(Map<String, Integer> answers, long held, long allocated) {
        long atMost() {
            return held + allocated;
        }
    }

    /** @param toTheEnd whether a connection's answer is over only when the server closes it */
    static Cost of(URI server, byte[] request, int count, boolean toTheEnd) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            long before = live();
            for (int index = 0; index < count; index++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                sockets.add(socket);
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.getOutputStream().write(request, 0, request.length - 1);
            }
            long held = live() - before;
            long began = THREADS.getTotalThreadAllocatedBytes();
            for (Socket socket : sockets) {
                socket.getOutputStream().write(request, request.length - 1, 1);
            }
            Map<String, Integer> answers = new TreeMap<>();
            for (Socket socket : sockets) {
                answers.merge(status(socket.getInputStream(), toTheEnd), 1, Integer::sum);
            }
            return new Cost(answers, held, THREADS.getTotalThreadAllocatedBytes() - began);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String status(InputStream answer, boolean toTheEnd) throws IOException {
        String status = new String(answer.readNBytes("HTTP/1.1 400".length()), US_ASCII);
        if (toTheEnd) {
            answer.skip(Long.MAX_VALUE);
        }
        return status.substring("HTTP/1.1 ".length());
    }

    /** Of what is no garbage. */
    private static long live() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
