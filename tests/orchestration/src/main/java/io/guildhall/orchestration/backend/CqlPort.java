package io.guildhall.orchestration.backend;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether a node answers the CQL protocol's OPTIONS with SUPPORTED (version 4, sections 4.1.3 and 4.2.4 of its description). */
final class CqlPort {
    private static final byte[] OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    /** The first byte of an answer of this version. */
    private static final int ANSWER = 0x84;

    private static final int TIMEOUT_MILLIS = 2_000;

    private CqlPort() {}

    static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(OPTIONS);
            return socket.getInputStream().read() == ANSWER;
        } catch (IOException notYet) {
            return false;
        }
    }

    static boolean isListenedOn(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
