package io.guildhall.guild.automod.match;

/**
 * What a rule found in a text.
 *
 * @param keyword the word or expression, as the rule has it
 * @param content what of the text it is
 */
public record Hit(String keyword, String content) {}
