package io.guildhall.guild.joining;

import io.guildhall.guild.ban.BanBook;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.LeftTimeOuts;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.ReserveGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.UserGuilds;
import java.util.ArrayList;
import java.util.List;

/** Whether a person may become a member, however that comes about. */
public final class Joining {
    private Joining() {}

    /** What is read to know it. */
    public static List<ReadRequest> foreseen(long guildId, long userId) {
        List<ReadRequest> reads = new ArrayList<>(BanBook.foreseen(guildId, userId));
        reads.add(guilds(userId));
        reads.add(LeftTimeOuts.foreseen(guildId, userId));
        return reads;
    }

    /**
     * The member that the person would be.
     *
     * @throws ApiException 40007 when the guild has banned it, 30001 when it is in too many guilds, 10013 when there is no such account
     */
    public static GuildMember newcomer(GuildState guild, long userId, List<Long> roles) {
        if (new BanBook(guild).isBanned(userId)) {
            throw ApiException.of(ErrorCode.USER_BANNED_FROM_THIS_GUILD);
        }
        int guilds = guild.storage().read(UserGuilds.TABLE, guilds(userId)).size();
        if (guilds >= ReserveGuild.MOST_TO_JOIN) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILDS_REACHED);
        }
        return Profiles.find(guild.storage(), userId)
                .map(user -> GuildMember.joined(guild.id(), user, userId, roles, guild.now()))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
    }

    private static ReadRequest guilds(long userId) {
        return Read.from(UserGuilds.TABLE, userId)
                .limit(ReserveGuild.MOST_TO_JOIN)
                .build();
    }
}
