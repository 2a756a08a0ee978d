package io.guildhall.observability.live;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** A file of properties that is read whole whenever it is looked at: it is small. Not safe for threads. */
final class LiveFile {
    private final Path path;
    private String last = "";

    LiveFile(Path path) {
        this.path = path;
    }

    /**
     * What the file says, if that is something else than at the last look. A file that is not there says nothing.
     *
     * @throws IllegalArgumentException when it is not a file of properties; the next look compares with it all the same
     */
    Optional<Map<String, String>> look() throws IOException {
        String text = read();
        if (text.equals(last)) {
            return Optional.empty();
        }
        last = text;
        return Optional.of(parse(text));
    }

    private String read() throws IOException {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException away) {
            return "";
        }
    }

    private static Map<String, String> parse(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> values = new TreeMap<>();
        properties.forEach((key, value) -> values.put((String) key, ((String) value).strip()));
        return Map.copyOf(values);
    }
}
