package io.guildhall.orchestration.process;

import io.guildhall.orchestration.commandline.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.IntPredicate;

/** Which ports of this machine's loopback are in use. */
public final class Ports {
    /** How far the management of one process lies from its port. */
    private static final int MANAGEMENT = 10;

    private static final int TIMEOUT_MILLIS = 2_000;

    private final IntPredicate listenedOn;

    public Ports(IntPredicate listenedOn) {
        this.listenedOn = listenedOn;
    }

    public static Ports local() {
        return new Ports(Ports::answers);
    }

    public boolean isListenedOn(int port) {
        return listenedOn.test(port);
    }

    /** @throws Refusal when something listens there already */
    public void need(int port) {
        if (isListenedOn(port)) {
            throw new Refusal("port " + port + ", needed, is in use. Choose another with --port.");
        }
    }

    /** The first port at or after one that nothing listens on, nor on that of its management. */
    public int freeFrom(int first) {
        int port = first;
        while (isListenedOn(port) || isListenedOn(port + MANAGEMENT)) {
            port++;
        }
        return port;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
