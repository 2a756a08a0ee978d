package io.guildhall.guild.joining;

import io.guildhall.guild.ban.BanBook;
import io.guildhall.guild.incident.Incidents;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.LeftTimeOuts;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.ReserveGuild;
import io.guildhall.guild.welcome.JoinNotice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.instance.InstanceSettings;
import io.guildhall.model.instance.Quotas;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.InstanceRecords;
import io.guildhall.model.table.catalogue.UserGuilds;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The one door of a guild: whether an account may become a member, and that it does, whichever way it comes. */
@Singleton
public final class Joining {
    private final JoinNotice notice;

    public Joining(JoinNotice notice) {
        this.notice = notice;
    }

    /** What is read to know it. */
    public static List<ReadRequest> foreseen(long guildId, long userId) {
        List<ReadRequest> reads = new ArrayList<>(BanBook.foreseen(guildId, userId));
        reads.add(guilds(userId));
        reads.add(InstanceSettings.read());
        reads.add(LeftTimeOuts.foreseen(guildId, userId));
        return reads;
    }

    /**
     * The member that the account would be, without roles. Bans, the kind of the account and the guild's size bind everybody; paused
     * invites and the number of guilds only people, since whoever adds a bot may open the invites as well, and bots are in many guilds.
     *
     * @throws ApiException 10013 when there is no such account, 50002 for one that does not come this way, 40007 when the guild has banned
     *     it, 30019 when the guild is full, 50001 when invites are paused, 30001 when it is in too many guilds
     */
    public static GuildMember newcomer(GuildState guild, long userId, WayIn way) {
        RowView account =
                Profiles.row(guild.storage(), userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_USER));
        if (account.get(Users.BOT, false) != way.ofBots()) {
            throw ApiException.of(ErrorCode.INVALID_ACCOUNT_TYPE);
        }
        if (new BanBook(guild).isBanned(userId)) {
            throw ApiException.of(ErrorCode.USER_BANNED_FROM_THIS_GUILD);
        }
        Quotas quotas = quotas(guild.storage());
        requireRoom(guild.memberCount(), quotas);
        if (!way.ofBots()) {
            if (way != WayIn.REQUEST) {
                Incidents.requireOpenInvites(guild);
            }
            requireFewGuilds(guild, userId, quotas);
        }
        GuildMember newcomer = GuildMember.joined(guild.id(), User.from(account), userId, List.of(), guild.now());
        boolean answered = way.ofBots() || way == WayIn.REQUEST;
        return answered ? newcomer : Screening.of(guild.row()).asked(newcomer);
    }

    /** Lets in who {@link #newcomer} said may come, with what it was given since. */
    public GuildMember admit(GuildState guild, GuildMember newcomer, Changes changes) {
        new MemberEdits(guild, changes).add(newcomer);
        GuildMember member = guild.member(newcomer.id());
        notice.announce(guild, member, changes);
        return member;
    }

    /** What whoever administers the instance has set. */
    public static Quotas quotas(StorageFacade storage) {
        return InstanceSettings.of(storage.read(InstanceRecords.TABLE, InstanceSettings.read()).stream()
                        .findFirst())
                .quotas();
    }

    /** As many as the guild says it has room for ({@code max_members}). */
    static void requireRoom(int members, Quotas quotas) {
        if (members >= Quotas.least(quotas.membersPerGuild(), GuildProperties.MOST_MEMBERS)) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_SERVER_MEMBERS_REACHED);
        }
    }

    private static void requireFewGuilds(GuildState guild, long userId, Quotas quotas) {
        if (guild.storage().read(UserGuilds.TABLE, guilds(userId)).size()
                >= Quotas.least(quotas.guildsPerPerson(), ReserveGuild.MOST_TO_JOIN)) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILDS_REACHED);
        }
    }

    private static ReadRequest guilds(long userId) {
        return Read.from(UserGuilds.TABLE, userId)
                .limit(ReserveGuild.MOST_TO_JOIN)
                .build();
    }
}
