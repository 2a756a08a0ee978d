package io.guildhall.guild.invite;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.FeatureSet;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Invites;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The invite that a guild chose the code of: it lasts, lets in any number, and leads to the first channel that is everybody's. Among the codes
 * of invites it is claimed as they are, so that each is one guild's.
 */
public record VanityUrl(GuildState guild) {
    private static final String FEATURE = "VANITY_URL";
    private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,23}[a-z0-9])");

    /** The part of the guild's state: the row of its code. */
    private record Known(Optional<RowView> row) {}

    static VanityUrl of(GuildState guild) {
        return new VanityUrl(guild);
    }

    /** The invite with this code, be it one that was made or the one that was chosen. */
    static GuildInvite or(GuildState guild, String code) {
        return InviteBook.of(guild)
                .find(code)
                .or(() -> of(guild).invite().filter(invite -> invite.code().equals(code.toLowerCase(Locale.ROOT))))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INVITE));
    }

    /** Refuses guilds that lack the feature. */
    void requireFeature() {
        if (!FeatureSet.has(guild.row(), FEATURE)) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
    }

    /** Empty while none is chosen. */
    Optional<GuildInvite> invite() {
        String code = guild.row().get(Guilds.VANITY_URL_CODE);
        return code == null ? Optional.empty() : stored().map(row -> GuildInvite.vanity(row, entrance()));
    }

    /**
     * Takes a code at once. The one before is given back with the change that names the new one.
     *
     * @param wanted in any letters
     * @return the code as it is stored
     * @throws ApiException 50020 when it is no code, or somebody has it
     */
    String claim(String wanted, Changes changes) {
        String code = wanted.toLowerCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw taken();
        }
        if (code.equals(guild.row().get(Guilds.VANITY_URL_CODE))) {
            return code;
        }
        RowView row = GuildInvite.vanityRow(code, guild.id(), guild.now());
        Mutation write = Rows.write(row);
        Mutation conditional = write.toBuilder()
                .setUpsert(write.getUpsert().toBuilder().setIfAbsent(true))
                .build();
        if (!guild.storage().writeIfAbsent(conditional) && !claimedBefore(code)) {
            throw taken();
        }
        forget(guild.row(), changes);
        guild.putPart(new Known(Optional.of(row)));
        return code;
    }

    /** Gives the code back. */
    void release(Changes changes) {
        forget(guild.row(), changes);
        guild.putPart(new Known(Optional.empty()));
    }

    /** Somebody came. */
    void counted(GuildInvite used, Changes changes) {
        guild.putPart(new Known(Optional.of(used.row())));
        changes.write(Write.to(Invites.TABLE, used.code())
                .set(Invites.USES, used.uses())
                .build());
    }

    /** The guild's row as it is after a change: without a code when it lost the feature. */
    public static RowView kept(RowView after, Changes changes) {
        if (FeatureSet.has(after, FEATURE) || after.get(Guilds.VANITY_URL_CODE) == null) {
            return after;
        }
        forget(after, changes);
        return Rows.with(after, Guilds.VANITY_URL_CODE, null);
    }

    /** Gives back the code that a guild's row names, if there is one. */
    public static void forget(RowView guild, Changes changes) {
        String code = guild.get(Guilds.VANITY_URL_CODE);
        if (code != null) {
            changes.write(Write.delete(Invites.TABLE, code));
        }
    }

    /** By this guild, in a change that was not made then. */
    private boolean claimedBefore(String code) {
        return guild.storage()
                .row(Invites.TABLE, code)
                .filter(row -> row.get(Invites.VANITY, false) && row.get(Invites.GUILD_ID, 0L) == guild.id())
                .isPresent();
    }

    private Optional<RowView> stored() {
        String code = guild.row().get(Guilds.VANITY_URL_CODE);
        Known known = guild.part(Known.class, VanityUrl::load);
        if (known.row().filter(row -> row.get(Invites.CODE).equals(code)).isEmpty()) {
            known = load(guild);
            guild.putPart(known);
        }
        return known.row();
    }

    private static Known load(GuildState guild) {
        return new Known(guild.storage().row(Invites.TABLE, guild.row().get(Guilds.VANITY_URL_CODE)));
    }

    private long entrance() {
        return guild.channelsInOrder().stream()
                .filter(channel -> channel.type() != ChannelType.GUILD_CATEGORY)
                .filter(channel ->
                        Permission.VIEW_CHANNEL.in(guild.permissions().ofEveryone(channel)))
                .findFirst()
                .map(GuildChannel::id)
                .orElse(0L);
    }

    private static ApiException taken() {
        return ApiException.of(ErrorCode.INVITE_CODE_INVALID_OR_TAKEN);
    }
}
