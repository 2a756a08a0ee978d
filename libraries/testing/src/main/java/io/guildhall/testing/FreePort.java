package io.guildhall.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that can't be told to take any that is free. They lie below those that the system gives to connections: one of these may
 * be taken again between the moment when it was found free and the moment when the server listens. Each is given out once.
 */
public final class FreePort {
    private static final int LOWEST = 10_500;
    private static final int HIGHEST = 17_500;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    public static int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (GIVEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new AssertionError("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket listener = new ServerSocket(port)) {
            return listener.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
