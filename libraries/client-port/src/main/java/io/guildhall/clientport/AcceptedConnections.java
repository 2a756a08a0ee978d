package io.guildhall.clientport;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/**
 * Hears from Netty of each connection that any server of this process has accepted, before the server does. Netty finds it as a
 * service where the process lets it look for extensions, which has to be said before the first server begins.
 */
public final class AcceptedConnections extends ChannelInitializerExtension {
    private static volatile ClientPort port;

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
