package io.guildhall.guild.commandaccess;

import java.util.Collection;

/**
 * A member who wants to use commands.
 *
 * @param roles without @everyone
 */
public record Asker(long userId, Collection<Long> roles) {}
