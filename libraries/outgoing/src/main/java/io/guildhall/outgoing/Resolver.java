package io.guildhall.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Knows the addresses of hosts. */
interface Resolver {
    /** At least one address. May block for as long as it wants. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
