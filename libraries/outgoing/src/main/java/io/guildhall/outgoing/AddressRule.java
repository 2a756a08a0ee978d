package io.guildhall.outgoing;

import io.guildhall.model.address.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be called: those of the public internet, and those of one's own networks that the operator names. Of IPv6 that is
 * what is given out for it, without the ranges that stand for IPv4 addresses in disguise.
 */
final class AddressRule {
    private static final List<Network> NOT_PUBLIC = networks(
            // "this network", private ones, carriers', loopback, link-local with the metadata of clouds
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.168.0.0/16",
            // for protocols, documentation and benchmarks
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            // Azure's metadata
            "168.63.129.16",
            // multicast, reserved, broadcast
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Teredo and other protocols, documentation, 6to4
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    private static final Network PUBLIC_IPV6 = Network.parse("2000::/3");

    private final List<Network> internal;

    /** @param internal networks that may be called although they are not public */
    AddressRule(List<Network> internal) {
        this.internal = List.copyOf(internal);
    }

    boolean allows(InetAddress address) {
        return isInternal(address) || isPublic(address);
    }

    /** Whether the operator named a network that it is in. */
    boolean isInternal(InetAddress address) {
        return contains(internal, address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean given = address instanceof Inet4Address || PUBLIC_IPV6.contains(address);
        return given && !contains(NOT_PUBLIC, address);
    }

    private static boolean contains(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... ranges) {
        return Stream.of(ranges).map(Network::parse).toList();
    }
}
