package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.commandaccess.Asker;
import io.guildhall.guild.commandaccess.CommandContext;
import io.guildhall.guild.commandaccess.CommandRule;
import io.guildhall.guild.commandaccess.GrantStore;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Member;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import java.util.List;
import java.util.OptionalLong;

/** Whether somebody may use a command in a place. */
final class CommandAccess {
    private CommandAccess() {}

    /** What {@link #require} reads, as far as the request says where it is. */
    static List<ReadRequest> reads(JsonNode body) {
        OptionalLong guild = id(body.path("guild_id"));
        OptionalLong application = id(body.path("application_id"));
        OptionalLong command = id(body.path("data").path("id"));
        return guild.isPresent() && application.isPresent() && command.isPresent()
                ? GrantStore.reads(guild.getAsLong(), application.getAsLong(), command.getAsLong())
                : List.of();
    }

    /**
     * By what of an application's installations the command may be used. Where the application is by its bot the guild's rules for its commands count,
     * also for who has it elsewhere.
     *
     * @throws ApiException when by none: 10063 when the command is not for such a place, else 50013
     */
    static Installation require(Place place, long userId, ApplicationCommand command, Installation all) {
        boolean fits = CommandRule.isFor(CommandContext.of(place, Snowflake.parse(command.applicationId())), command)
                && (!command.nsfw() || place.isAgeRestricted());
        Installation installation = new Installation(
                fits && CommandRule.isForGuilds(command) ? all.place() : OptionalLong.empty(),
                fits && CommandRule.isForPeople(command) ? all.person() : OptionalLong.empty());
        if (installation.isNone()) {
            throw ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND);
        }
        place.require(userId, Permission.USE_APPLICATION_COMMANDS);
        if (place.guildId().isPresent() && installation.place().isPresent() && !isAllowed(place, userId, command)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        return installation;
    }

    private static boolean isAllowed(Place place, long userId, ApplicationCommand command) {
        Member member = place.findMember(userId).orElseThrow(() -> ApiException.of(ErrorCode.MISSING_ACCESS));
        GrantStore grants = new GrantStore(
                place.storage(), place.guildId().orElseThrow(), Snowflake.parse(command.applicationId()));
        return new CommandRule(command, grants.effective(Snowflake.parse(command.id())))
                .allows(
                        new Asker(
                                userId,
                                member.roles().stream().map(Snowflake::parse).toList()),
                        place.permissions(userId),
                        place.settingChannelId());
    }

    private static OptionalLong id(JsonNode text) {
        return MessageReads.id(text.asText(""));
    }
}
