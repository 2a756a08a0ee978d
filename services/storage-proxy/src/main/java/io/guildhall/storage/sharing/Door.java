package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Whether anybody serves at a node's address. */
@FunctionalInterface
interface Door {
    Duration PATIENCE = Duration.ofMillis(500);

    /** By a TCP connection of its own: a gRPC channel would repeat an old answer while it waits to try again. */
    Door TCP = node -> {
        int colon = node.address().lastIndexOf(':');
        try (Socket socket = new Socket()) {
            String host = node.address().substring(0, colon);
            int port = Integer.parseInt(node.address().substring(colon + 1));
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            return false;
        } catch (ConnectException answered) {
            // An attempt that the network gave up is a ConnectException as well. Only a refusal says that the host
            // lives and that nobody listens there. In doubt, as with messages in another language, the door is not
            // shut.
            return String.valueOf(answered.getMessage()).contains("refused");
        } catch (IOException | RuntimeException silent) {
            return false;
        }
    };

    /** True when the host answered that nobody listens there: no process that could share reads is left. May block. */
    boolean isShut(Node node);
}
