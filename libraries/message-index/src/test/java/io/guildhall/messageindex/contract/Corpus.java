package io.guildhall.messageindex.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.guildhall.messageindex.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Messages with questions to them whose answers are known, as {@code corpus.txt} has them.
 *
 * @param questions with the ids of all that is to be found, in ascending order
 */
record Corpus(List<Change> messages, Map<String, List<Long>> questions) {
    private static final String MESSAGE = "message ";
    private static final String QUESTION = "question ";

    static Corpus read() {
        List<Change> messages = new ArrayList<>();
        Map<String, List<Long>> questions = new LinkedHashMap<>();
        try (InputStream file = Corpus.class.getResourceAsStream("corpus.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String left = line.substring(line.indexOf(' ') + 1, line.lastIndexOf('|'))
                        .strip();
                String right = line.substring(line.lastIndexOf('|') + 1).strip();
                if (line.startsWith(MESSAGE)) {
                    messages.add(Messages.put(Long.parseLong(left), right));
                } else if (line.startsWith(QUESTION)) {
                    questions.put(left, numbers(right));
                } else {
                    throw new IllegalArgumentException(line);
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Corpus(List.copyOf(messages), questions);
    }

    private static List<Long> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ", -1)).map(Long::parseLong).toList();
    }
}
