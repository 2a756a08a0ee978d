package io.guildhall.guild.command;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.time.Duration;

/**
 * How many commands an application has made within a day, by guild, with 0 for everywhere: a part of the application's state that never changes and is
 * stored nowhere, so that another owner of it counts from the beginning. Deleting a command gives nothing back. Everything is forgotten when the
 * day is over, which begins with the first command that is made after the one before.
 *
 * @param began in ms since 1970
 */
record CommandCreations(long began, LongMap<Integer> byGuild) {
    static final int MOST = 200;

    private static final long ONE_DAY = Duration.ofDays(1).toMillis();
    private static final CommandCreations NONE = new CommandCreations(0, LongMap.empty());

    /**
     * Counts commands that are made now.
     *
     * @throws ApiException 30034 when there were too many
     */
    static void count(UserState application, long guildId, int made, long now) {
        CommandCreations before = application.part(CommandCreations.class, none -> NONE);
        if (now - before.began >= ONE_DAY) {
            before = new CommandCreations(now, LongMap.empty());
        }
        int count = before.byGuild.find(guildId).orElse(0) + made;
        if (count > MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_DAILY_APPLICATION_COMMAND_CREATES_REACHED);
        }
        application.putPart(new CommandCreations(before.began, before.byGuild.with(guildId, count)));
    }
}
