package io.guildhall.guild.guild;

import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.channel.ChannelSaving;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.ReserveGuild;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.UserGuilds;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Makes a guild with its owner as the only member. The caller may bring roles and channels, whose ids are placeholders that
 * only tie the parts of the request together; without channels there is one for text and one for voice.
 */
@Singleton
public final class CreateGuild implements GuildOperation {
    private final SnowflakeGenerator ids;

    public CreateGuild(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return GuildOperations.CREATE_GUILD;
    }

    @Override
    public boolean openToStrangers() {
        return true;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (guild.exists()) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
        User owner = Profiles.get(guild.storage(), call.callerId());
        requireRoom(guild, call);
        NewGuild body = NewGuild.of(call.body());
        Blueprint blueprint = Blueprint.of(guild.id(), body, ids);
        RowView row = settings(guild, call, body, blueprint);
        GuildEdits edits = new GuildEdits(guild, changes);
        edits.found(row);
        blueprint.roles().forEach(edits::saveRole);
        new MemberEdits(guild, changes)
                .add(GuildMember.joined(guild.id(), owner, call.callerId(), List.of(), guild.now()));
        GuildMember creator = guild.member(call.callerId());
        ChannelSaving saving = new ChannelSaving(guild, creator, changes);
        blueprint.channels().forEach(channel -> saving.create(channel, false, new AuditDraft()));
        NamedChannels.require(new ChannelGuard(guild, creator), Rows.create(Guilds.TABLE, guild.id()), guild.row());
        return Reply.json(GuildPayloads.update(guild));
    }

    private static void requireRoom(GuildState guild, Call call) {
        int limit = call.byBot() ? ReserveGuild.MOST_OF_BOT : ReserveGuild.MOST_OF_PERSON;
        if (guild.storage().all(UserGuilds.TABLE, call.callerId()).size() >= limit) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_GUILDS_REACHED);
        }
    }

    private static RowView settings(GuildState guild, Call call, NewGuild body, Blueprint blueprint) {
        RowView row = Rows.create(Guilds.TABLE, guild.id());
        row = Rows.with(row, Guilds.OWNER_ID, call.callerId());
        row = Rows.with(row, Guilds.SYSTEM_CHANNEL_ID, blueprint.systemChannelId());
        row = Rows.with(row, Guilds.AFK_CHANNEL_ID, blueprint.afkChannelId());
        row = Rows.with(row, Guilds.AFK_TIMEOUT, 300L);
        row = Rows.with(row, Guilds.PREFERRED_LOCALE, "en-US");
        GuildSettings settings = body.settings();
        return new Patch(row, call.audit())
                .put(body.name(), Guilds.NAME)
                .put(body.icon(), Guilds.ICON)
                .put(settings.afkTimeout(), Guilds.AFK_TIMEOUT)
                .put(settings.verificationLevel(), Guilds.VERIFICATION_LEVEL)
                .put(settings.defaultMessageNotifications(), Guilds.DEFAULT_MESSAGE_NOTIFICATIONS)
                .put(settings.explicitContentFilter(), Guilds.EXPLICIT_CONTENT_FILTER)
                .flags(settings.systemChannelFlags(), Guilds.SYSTEM_CHANNEL_FLAGS, NamedChannels.SYSTEM_CHANNEL_FLAGS)
                .row();
    }
}
