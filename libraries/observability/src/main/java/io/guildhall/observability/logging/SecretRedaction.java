package io.guildhall.observability.logging;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: tokens of users and bots, what follows {@code Bearer} or {@code Bot}, tokens in the paths of
 * webhooks and interactions, and values whose name says what they are. Rather takes too much than too little.
 */
public final class SecretRedaction {
    static final String REDACTED = "[redacted]";

    private record Rule(Pattern pattern, String replacement) {
        private static Rule of(String pattern, String replacement) {
            return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), replacement);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("\\b(Bearer|Bot|Basic)\\s+(?=\\S*[0-9.])[A-Za-z0-9._~+/=-]{8,}", "$1 " + REDACTED),
            // The first part is an id's digits in base64, so it begins with M, N or O.
            Rule.of("(?-i:\\b[MNO])[A-Za-z0-9_-]{9,}\\.[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]{20,}", REDACTED),
            Rule.of("(/(?:webhooks|interactions)/\\d+/)[A-Za-z0-9._-]{16,}", "$1" + REDACTED),
            Rule.of(
                    "(\"?\\b(?:token|secret|password|client_secret|refresh_token|access_token)\"?\\s*[:=]\\s*\"?)[^\\s\",}&]{4,}",
                    "$1" + REDACTED));

    private SecretRedaction() {}

    public static String redact(String text) {
        String redacted = text;
        for (Rule rule : RULES) {
            redacted = rule.pattern().matcher(redacted).replaceAll(rule.replacement());
        }
        return redacted;
    }
}
