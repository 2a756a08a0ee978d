package io.guildhall.model.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells clients apart by where they come from. Each proxy appends to X-Forwarded-For whom it was called by, so the list is
 * read from its end, for as long as a proxy that is trusted speaks: what a client wrote into it itself comes before and is
 * never reached.
 */
public final class ClientAddresses {
    /** A client can take any address of the network that it was given, which is this many bits of IPv6. */
    private static final int CLIENT_NETWORK_BYTES = 8;

    /** More proxies than this stand before nobody. */
    private static final int MOST_HOPS = 16;

    private final List<Network> trusted;

    /** @param trusted proxies that are believed */
    public ClientAddresses(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * What stands for the client where requests and connections are counted: an IPv4 address, or the first 64 bits of an IPv6
     * address.
     *
     * @param peer who opened the connection; any text when it is no address
     * @param forwardedFor the header X-Forwarded-For, all its lines joined by commas; null when there is none
     */
    public String of(String peer, String forwardedFor) {
        Optional<InetAddress> client = literal(peer);
        if (client.isEmpty()) {
            return peer;
        }
        InetAddress address = client.get();
        String[] hops = forwardedFor == null ? new String[0] : forwardedFor.split(",", -1);
        for (int hop = hops.length - 1; hop >= 0 && hops.length - hop <= MOST_HOPS && isTrusted(address); hop--) {
            Optional<InetAddress> before = literal(hops[hop].strip());
            if (before.isEmpty()) {
                break;
            }
            address = before.get();
        }
        return key(address);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static String key(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = Arrays.copyOf(address.getAddress(), address.getAddress().length);
        Arrays.fill(network, CLIENT_NETWORK_BYTES, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
