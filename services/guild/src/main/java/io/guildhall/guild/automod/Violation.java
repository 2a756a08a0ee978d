package io.guildhall.guild.automod;

import io.guildhall.guild.automod.match.Hit;
import java.util.Optional;

/**
 * A rule that a message goes against.
 *
 * @param hit what was found in its text; empty for rules that do not look for words
 */
record Violation(Rule rule, Optional<Hit> hit) {
    boolean blocks() {
        return rule.actions().stream().anyMatch(action -> action.kind() == ActionKind.BLOCK_MESSAGE);
    }
}
