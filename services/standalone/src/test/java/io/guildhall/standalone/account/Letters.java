package io.guildhall.standalone.account;

import io.guildhall.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail that an instance put into its directory. */
record Letters(Path directory) {
    /** What somebody was sent a link to a page with. */
    String token(String name, String page) {
        Pattern link = Pattern.compile(Pattern.quote(page) + "#token=(\\S+)");
        Eventually.until(() -> tokens(name, link).findAny().isPresent());
        return tokens(name, link).findFirst().orElseThrow();
    }

    long count(String name) {
        return to(name).size();
    }

    private Stream<String> tokens(String name, Pattern link) {
        return to(name).stream()
                .flatMap(mail -> link.matcher(mail).results())
                .map((MatchResult found) -> found.group(1));
    }

    private List<String> to(String name) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .map(Letters::read)
                    .filter(mail -> mail.contains("\r\nTo: " + name + "@example.org\r\n"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
