package io.guildhall.orchestration.backend;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Small requests that tell a port that serves from one that merely listens. */
final class Probe {
    /** OPTIONS of the CQL protocol, version 4 (sections 4.1.3 and 4.2.4 of its description). */
    private static final byte[] CQL_OPTIONS = {4, 0, 0, 0, 5, 0, 0, 0, 0};

    /** The first byte of an answer of this version. */
    private static final int CQL_ANSWER = 0x84;

    /** ApiVersions, version 0, of nobody, as the Kafka protocol has it: length, key, version, correlation, no client. */
    private static final byte[] KAFKA_VERSIONS = {0, 0, 0, 10, 0, 18, 0, 0, 0, 0, 0, 1, -1, -1};

    private static final int TIMEOUT_MILLIS = 2_000;

    private Probe() {}

    static boolean isListenedOn(String address, int port) {
        try (Socket socket = connect(address, port)) {
            return socket.isConnected();
        } catch (IOException nobody) {
            return false;
        }
    }

    static boolean cql(String address, int port) {
        byte[] answer = ask(address, port, CQL_OPTIONS, 1);
        return answer.length == 1 && Byte.toUnsignedInt(answer[0]) == CQL_ANSWER;
    }

    static boolean kafka(String address, int port) {
        return ask(address, port, KAFKA_VERSIONS, Integer.BYTES).length == Integer.BYTES;
    }

    static boolean redis(String address, int port) {
        String answer = "+PONG";
        return new String(ask(address, port, "PING\r\n".getBytes(US_ASCII), answer.length()), US_ASCII).equals(answer);
    }

    /** Whether a GET of this path succeeds. */
    static boolean http(String address, int port, String path) {
        return http(address, port, path, 200);
    }

    /** Whether a GET of this path is answered with this status. */
    static boolean http(String address, int port, String path, int status) {
        String answer = "HTTP/1.1 " + status;
        byte[] request =
                ("GET " + path + " HTTP/1.1\r\nHost: " + address + "\r\nConnection: close\r\n\r\n").getBytes(US_ASCII);
        return new String(ask(address, port, request, answer.length()), US_ASCII).equals(answer);
    }

    /** The first bytes of the answer; fewer when there is none. */
    private static byte[] ask(String address, int port, byte[] request, int length) {
        try (Socket socket = connect(address, port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            return socket.getInputStream().readNBytes(length);
        } catch (IOException notYet) {
            return new byte[0];
        }
    }

    private static Socket connect(String address, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }
}
