package io.guildhall.storage.cassandra;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cluster as a person writes it: {@code cassandra:HOST[:PORT][,HOST[:PORT]...][/KEYSPACE]}. IPv6 addresses stand in brackets.
 *
 * @param hosts where the driver first asks; it finds the other nodes by itself. Not resolved yet
 * @param keyspace empty: the one that the settings name
 */
public record CassandraTarget(List<InetSocketAddress> hosts, Optional<String> keyspace) {
    /** The port of CQL where none is given. */
    public static final int DEFAULT_PORT = 9042;

    /** The keyspace where none is given. */
    public static final String USUAL_KEYSPACE = "guildhall";

    private static final String SCHEME = "cassandra:";
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^:\\[\\]/,\\s]+)(?::(\\d{1,5}))?");

    public CassandraTarget {
        hosts = List.copyOf(hosts);
        keyspace.ifPresent(Keyspaces::requireValid);
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong */
    public static CassandraTarget parse(String text) {
        if (!text.startsWith(SCHEME)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no cluster: write cassandra:HOST[:PORT][,HOST...].");
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String hosts = slash < 0 ? rest : rest.substring(0, slash);
        Optional<String> keyspace = slash < 0 ? Optional.empty() : Optional.of(rest.substring(slash + 1));
        return new CassandraTarget(
                Arrays.stream(hosts.split(",", -1)).map(CassandraTarget::host).toList(), keyspace);
    }

    /** With this keyspace, unless it names one. */
    public CassandraTarget withKeyspaceOr(String other) {
        return keyspace.isPresent() ? this : new CassandraTarget(hosts, Optional.of(other));
    }

    /** Whether both certainly are the same keyspace of the same cluster: they have an address in common. */
    public boolean sameStore(CassandraTarget other) {
        return keyspace.equals(other.keyspace) && hosts.stream().anyMatch(other.hosts::contains);
    }

    /** As a person writes it. */
    public String text() {
        return SCHEME
                + hosts.stream().map(CassandraTarget::text).collect(Collectors.joining(","))
                + keyspace.map(name -> "/" + name).orElse("");
    }

    private static String text(InetSocketAddress host) {
        String name = host.getHostString();
        return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + host.getPort();
    }

    private static InetSocketAddress host(String text) {
        Matcher matcher = HOST.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no HOST or HOST:PORT.");
        }
        int port = matcher.group(2) == null ? DEFAULT_PORT : Integer.parseInt(matcher.group(2));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("\"" + text + "\" has a port beyond 65535.");
        }
        String name = matcher.group(1);
        boolean bracketed = name.startsWith("[");
        return InetSocketAddress.createUnresolved(bracketed ? name.substring(1, name.length() - 1) : name, port);
    }
}
