package io.guildhall.guild.automod;

import java.util.Arrays;
import java.util.Set;

/** What makes a rule act: its number, how many such rules a guild may have, and what its metadata may hold. */
enum Trigger {
    KEYWORD(1, 6, Set.of("keyword_filter", "regex_patterns", "allow_list")),
    SPAM(3, 1, Set.of()),
    KEYWORD_PRESET(4, 1, Set.of("presets", "allow_list")),
    MENTION_SPAM(5, 1, Set.of("mention_total_limit", "mention_raid_protection_enabled")),
    MEMBER_PROFILE(6, 1, Set.of("keyword_filter", "regex_patterns", "allow_list"));

    private static final long MESSAGE_SEND = 1;
    private static final long MEMBER_UPDATE = 2;

    private final long number;
    private final int most;
    private final Set<String> metadata;

    Trigger(long number, int most, Set<String> metadata) {
        this.number = number;
        this.most = most;
        this.metadata = metadata;
    }

    static Trigger of(long number) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trigger " + number));
    }

    long number() {
        return number;
    }

    int most() {
        return most;
    }

    Set<String> metadata() {
        return metadata;
    }

    /** Words that are allowed all the same. */
    int mostAllowed() {
        return this == KEYWORD_PRESET ? 1000 : 100;
    }

    /** The actions that it may lead to. */
    Set<ActionKind> actions() {
        return switch (this) {
            case KEYWORD, MENTION_SPAM -> Set.of(ActionKind.BLOCK_MESSAGE, ActionKind.ALERT, ActionKind.TIME_OUT);
            case SPAM, KEYWORD_PRESET -> Set.of(ActionKind.BLOCK_MESSAGE, ActionKind.ALERT);
            case MEMBER_PROFILE -> Set.of(ActionKind.ALERT, ActionKind.QUARANTINE);
        };
    }

    /** What it looks at, as the field {@code event_type} says it. */
    long event() {
        return switch (this) {
            case KEYWORD, SPAM, KEYWORD_PRESET, MENTION_SPAM -> MESSAGE_SEND;
            case MEMBER_PROFILE -> MEMBER_UPDATE;
        };
    }
}
