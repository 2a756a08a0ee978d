package io.guildhall.web;

import java.net.URI;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the page may load: scripts and styles that are files of this server, nothing that stands in the page, and nobody else's
 * anything. Pictures and connections may come from where this instance says that its API, gateway and files are.
 */
final class PagePolicy {
    private final String text;

    PagePolicy(Stream<String> addresses) {
        TreeSet<String> origins = new TreeSet<>();
        addresses.map(PagePolicy::origin).flatMap(Optional::stream).forEach(origins::add);
        String own = Stream.concat(Stream.of("'self'"), origins.stream())
                .reduce((left, right) -> left + " " + right)
                .orElseThrow();
        this.text = "default-src 'none'; script-src 'self'; style-src 'self'; img-src " + own
                + " data: blob:; media-src " + own + " blob:; connect-src " + own
                + "; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    String text() {
        return text;
    }

    /** Scheme, host and port of an address; empty for none or for one that is not an address. */
    private static Optional<String> origin(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            return Optional.of(
                    uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
