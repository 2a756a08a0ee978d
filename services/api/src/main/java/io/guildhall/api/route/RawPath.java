package io.guildhall.api.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes a request's path apart, as it stands in the request line. */
public final class RawPath {
    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}");

    /** The versions that are answered; they are the same API. */
    private static final List<String> VERSIONS = List.of("v9", "v10");

    private RawPath() {}

    /** @param segments the decoded segments below the version; empty when there is no such version */
    public record Parsed(boolean knownVersion, List<String> segments) {}

    /**
     * @param path what follows {@code /api}; empty when it holds a malformed percent sequence
     */
    public static Optional<Parsed> parse(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                Optional<String> decoded = Percent.decode(segment, false);
                if (decoded.isEmpty()) {
                    return Optional.empty();
                }
                segments.add(decoded.get());
            }
        }
        if (segments.isEmpty() || !VERSION.matcher(segments.get(0)).matches()) {
            return Optional.of(new Parsed(true, segments));
        }
        String version = segments.remove(0);
        return Optional.of(new Parsed(VERSIONS.contains(version), segments));
    }
}
