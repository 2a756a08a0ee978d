package io.guildhall.guild.automod.match;

import java.util.List;

/**
 * What one rule looks for in texts.
 *
 * @param words keywords and phrases, with stars where the text may go on
 * @param patterns regular expressions
 * @param allowed what is found within one of these does not count
 */
public record TextRule(List<String> words, List<SafePattern> patterns, List<String> allowed) {}
