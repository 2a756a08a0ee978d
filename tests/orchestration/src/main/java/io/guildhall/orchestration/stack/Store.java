package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.commandline.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What a stack keeps its rows in. */
public enum Store {
    EMBEDDED,
    CASSANDRA;

    /** @throws Refusal for any other word */
    public static Store named(String word) {
        return Arrays.stream(values())
                .filter(store -> store.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal("stack up --store embedded or cassandra"));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
