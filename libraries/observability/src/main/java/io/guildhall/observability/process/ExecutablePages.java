package io.guildhall.observability.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.word.Pointer;
import org.graalvm.word.UnsignedWord;
import org.graalvm.word.WordFactory;

/** The parts of a native executable that are mapped into its memory and that nobody ever changed. Linux only. */
final class ExecutablePages {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");
    private static final Path EXECUTABLE = Path.of("/proc/self/exe");
    /** MADV_DONTNEED: the pages leave this process and are read from the file when they are touched again. */
    private static final int NOT_NEEDED = 4;

    private ExecutablePages() {}

    /** Lets go of them. Does nothing where the system does not say what is mapped. */
    static void release() throws IOException {
        if (Files.isReadable(MAPPINGS)) {
            unchanged(Files.readAllLines(MAPPINGS), EXECUTABLE.toRealPath().toString())
                    .forEach(ExecutablePages::release);
        }
    }

    /**
     * The mappings of the file that can't be written and hold no page of their own. What was changed while it still could
     * be written exists nowhere else.
     */
    static List<Mapping> unchanged(List<String> smaps, String file) {
        List<Mapping> found = new ArrayList<>();
        Mapping candidate = null;
        for (String line : smaps) {
            String[] words = line.split("\\s+");
            if (words.length >= 5 && words[0].indexOf('-') > 0) {
                boolean readOnly = words[1].charAt(0) == 'r' && words[1].charAt(1) == '-';
                candidate = readOnly && line.endsWith(file) ? Mapping.of(words[0]) : null;
            } else if (candidate != null && words[0].equals("Anonymous:")) {
                if (words[1].equals("0")) {
                    found.add(candidate);
                }
                candidate = null;
            }
        }
        return found;
    }

    private static void release(Mapping mapping) {
        advise(WordFactory.pointer(mapping.begin()), WordFactory.unsigned(mapping.length()), NOT_NEEDED);
    }

    @CFunction("madvise")
    private static native int advise(Pointer begin, UnsignedWord length, int advice);

    record Mapping(long begin, long end) {
        private static Mapping of(String range) {
            int dash = range.indexOf('-');
            return new Mapping(
                    Long.parseUnsignedLong(range.substring(0, dash), 16),
                    Long.parseUnsignedLong(range.substring(dash + 1), 16));
        }

        long length() {
            return end - begin;
        }
    }
}
