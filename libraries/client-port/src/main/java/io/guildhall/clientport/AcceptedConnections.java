package io.guildhall.clientport;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Hears from Netty of each connection that any server of this process has accepted, before the server does. Netty finds it as a
 * service when the system property {@code io.netty.bootstrap.extensions} says so, which has to be set before the first server begins.
 */
public final class AcceptedConnections extends ChannelInitializerExtension {
    private static final String SWITCH = EXTENSIONS_SYSTEM_PROPERTY;
    private static volatile ClientPort port;

    /** To be called first thing in the process. */
    public static void watch() {
        System.setProperty(SWITCH, "serviceload");
    }

    /** From now on connections to the port of clients go by it. */
    static void lead(ClientPort clients) {
        port = clients;
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        ClientPort clients = port;
        if (clients != null) {
            clients.accepted(channel);
        }
    }
}
