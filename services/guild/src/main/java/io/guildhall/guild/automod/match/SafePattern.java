package io.guildhall.guild.automod.match;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A regular expression that is looked for in time that grows with the text alone, whatever the expression is. */
public final class SafePattern {
    /** How large what the expression compiles to may be: the time for one character grows with it. */
    private static final int MOST_STEPS = 400;

    private static final int MOST_MATCHES = 64;

    private final String written;
    private final Pattern pattern;

    private SafePattern(String written, Pattern pattern) {
        this.written = written;
        this.pattern = pattern;
    }

    /** Empty when it is no regular expression of RE2's kind, or too large a one. */
    public static Optional<SafePattern> of(String written) {
        if (Repetitions.of(written) > MOST_STEPS) {
            return Optional.empty();
        }
        try {
            Pattern pattern = Pattern.compile(written);
            return pattern.programSize() > MOST_STEPS
                    ? Optional.empty()
                    : Optional.of(new SafePattern(written, pattern));
        } catch (PatternSyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** How large it is compiled. */
    public int steps() {
        return pattern.programSize();
    }

    String written() {
        return written;
    }

    /** The first place that counts. */
    Optional<String> find(String text, BiPredicate<Integer, Integer> counts) {
        Matcher matcher = pattern.matcher(text);
        for (int matches = 0; matches < MOST_MATCHES && matcher.find(); matches++) {
            if (counts.test(matcher.start(), matcher.end())) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }
}
