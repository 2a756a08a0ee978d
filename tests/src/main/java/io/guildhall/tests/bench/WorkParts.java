package io.guildhall.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which of its threads a process of ours has used its processor time, in seconds, as the kernel counts it. Threads that have ended count for
 * none, so that the parts may be less than the whole.
 */
record WorkParts(Map<Part, Double> seconds) {
    /** What threads are for, by how their names begin; the kernel keeps fifteen letters of them. */
    enum Part {
        /** Translating code, which ends some time after the start. */
        COMPILER("C1 Compil", "C2 Compil"),
        COLLECTOR("GC Thread", "G1 "),
        /** Making messages found. */
        INDEX("message-index", "Lucene"),
        /** Virtual threads: requests, and the owners' turns. */
        ROAD("ForkJoinP"),
        SOCKETS("vert.x-eve"),
        STORE("storage-w"),
        OTHERS("");

        private final List<String> beginnings;

        Part(String... beginnings) {
            this.beginnings = List.of(beginnings);
        }

        private static Part of(String thread) {
            return Stream.of(values())
                    .filter(part -> part.beginnings.stream().anyMatch(thread::startsWith))
                    .findFirst()
                    .orElse(OTHERS);
        }
    }

    static WorkParts of(long process) {
        Map<Part, Double> seconds = new EnumMap<>(Part.class);
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            threads.map(ThreadTime::read)
                    .forEach(time -> seconds.merge(Part.of(time.name()), time.seconds(), Double::sum));
        } catch (IOException failure) {
            throw new UncheckedIOException("process " + process + " cannot be measured", failure);
        }
        return new WorkParts(seconds);
    }

    WorkParts since(WorkParts before) {
        Map<Part, Double> grown = new EnumMap<>(seconds);
        before.seconds().forEach((part, already) -> grown.merge(part, -already, Double::sum));
        return new WorkParts(grown);
    }

    WorkParts per(int many) {
        Map<Part, Double> shares = new EnumMap<>(seconds);
        shares.replaceAll((part, all) -> all / many);
        return new WorkParts(shares);
    }

    /** Without what ends some time after the start, and what happens behind the road. */
    double ofRoad() {
        return seconds.entrySet().stream()
                .filter(entry -> entry.getKey() != Part.COMPILER && entry.getKey() != Part.INDEX)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** As {@code key=value} pairs. */
    String inMicroseconds() {
        return seconds.entrySet().stream()
                .map(entry ->
                        "%s_us=%.0f".formatted(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue() * 1e6))
                .collect(Collectors.joining(" "));
    }

    private record ThreadTime(String name, double seconds) {
        static ThreadTime read(Path thread) {
            try {
                String line = Files.readString(thread.resolve("stat"));
                return new ThreadTime(
                        line.substring(line.indexOf('(') + 1, line.lastIndexOf(')')),
                        ProcessorTime.seconds(line, ProcessorTime.USER)
                                + ProcessorTime.seconds(line, ProcessorTime.SYSTEM));
            } catch (IOException ended) {
                return new ThreadTime("", 0);
            }
        }
    }
}
