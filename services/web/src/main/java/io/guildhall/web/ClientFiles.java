package io.guildhall.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All files of the client, as they were packed with it, and which of them answers a path. */
final class ClientFiles {
    private static final String ROOT = "web/";
    private static final String LIST = ROOT + "files.txt";
    private static final String PAGE = "index.html";
    /** The addresses that the client's own router knows: each is the one page. */
    private static final Pattern PLACES = Pattern.compile(
            "/(?:|login|register|settings|verify|reset|channels(?:/.*)?|developers(?:/\\d+)?|administration(?:/.*)?"
                    + "|invite/[^/]+)");

    private final Map<String, ClientFile> files;

    private ClientFiles(Map<String, ClientFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Reads what is on the class path. Fails when the client was not packed: the build is broken then. */
    static ClientFiles load(ClassLoader loader) {
        Map<String, ClientFile> files = new HashMap<>();
        new String(
                        read(loader, LIST).orElseThrow(() -> new IllegalStateException(LIST + " is missing")),
                        StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 2))
                .forEach(words -> files.put(words[0], file(loader, words[0], words[1])));
        return new ClientFiles(files);
    }

    /** The file that a request for the path means; empty when it means nothing of the client's. */
    Optional<ClientFile> at(String path) {
        if (PLACES.matcher(path).matches()) {
            return Optional.of(files.get(PAGE));
        }
        return path.startsWith("/") ? Optional.ofNullable(files.get(path.substring(1))) : Optional.empty();
    }

    private static ClientFile file(ClassLoader loader, String path, String hash) {
        byte[] plain = read(loader, ROOT + path).orElseThrow(() -> new IllegalStateException(path + " is missing"));
        Map<String, byte[]> smaller = new HashMap<>();
        read(loader, ROOT + path + ".br").ifPresent(bytes -> smaller.put("br", bytes));
        read(loader, ROOT + path + ".gz").ifPresent(bytes -> smaller.put("gzip", bytes));
        return new ClientFile(path, hash, plain, smaller);
    }

    private static Optional<byte[]> read(ClassLoader loader, String resource) {
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
