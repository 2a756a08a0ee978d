package io.guildhall.observability.process;

/** What Netty lets libraries look at of each connection that a server of this process accepts. */
public final class NettyExtensions {
    private NettyExtensions() {}

    /** Lets Netty look for them as services. It looks once, when the first server begins. */
    public static void find() {
        System.setProperty("io.netty.bootstrap.extensions", "serviceload");
    }
}
