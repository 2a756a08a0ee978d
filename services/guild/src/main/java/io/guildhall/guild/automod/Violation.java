package io.guildhall.guild.automod;

import io.guildhall.guild.automod.match.Hit;
import java.util.Optional;

/**
 * A rule that a message or a name goes against.
 *
 * @param hit what was found in the text; empty for rules that do not look for words
 */
record Violation(Rule rule, Optional<Hit> hit) {
    boolean blocks() {
        return rule.does(ActionKind.BLOCK_MESSAGE);
    }

    boolean quarantines() {
        return rule.does(ActionKind.QUARANTINE);
    }
}
