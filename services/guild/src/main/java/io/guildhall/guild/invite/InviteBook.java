package io.guildhall.guild.invite;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.ManyRows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.GuildInvites;
import io.guildhall.model.table.catalogue.Invites;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The invites of a guild, read from the store when first needed. The guild's actor alone counts uses, so that an invite is
 * never used more often than it may be. Expired invites vanish from the store by themselves, and from here when seen.
 */
final class InviteBook {
    private static final int MOST = 1000;

    private final GuildState guild;
    private final Map<String, GuildInvite> invites = new LinkedHashMap<>();

    private InviteBook(GuildState guild) {
        this.guild = guild;
    }

    static InviteBook of(GuildState guild) {
        return guild.part(InviteBook.class, InviteBook::load);
    }

    private static InviteBook load(GuildState guild) {
        InviteBook book = new InviteBook(guild);
        List<String> codes = guild.storage().all(GuildInvites.TABLE, guild.id()).stream()
                .map(row -> row.get(GuildInvites.CODE))
                .toList();
        ManyRows.read(guild.storage(), Invites.TABLE, codes).forEach((code, row) -> {
            // Counting a use of an invite that expires just then leaves a row with nothing else.
            if (row.has(Invites.CHANNEL_ID)) {
                book.invites.put(code, new GuildInvite(row));
            }
        });
        return book;
    }

    /** Those that still lead somewhere. */
    Collection<GuildInvite> all() {
        invites.values()
                .removeIf(invite -> invite.expired(guild.now())
                        || guild.findChannel(invite.channelId()).isEmpty());
        return List.copyOf(invites.values());
    }

    /** @throws ApiException when there is no such invite any more */
    GuildInvite invite(String code) {
        return all().stream()
                .filter(invite -> invite.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INVITE));
    }

    Optional<GuildInvite> similar(GuildInvite wanted) {
        return all().stream().filter(wanted::similar).findFirst();
    }

    void requireRoom() {
        if (all().size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_INVITES_REACHED);
        }
    }

    /** Takes the code at once; false when some guild has it already. The rest is collected. */
    boolean add(GuildInvite invite, Changes changes) {
        Mutation row = expiring(Rows.write(invite.row()), invite);
        Mutation conditional = row.toBuilder()
                .setUpsert(row.getUpsert().toBuilder().setIfAbsent(true))
                .build();
        if (!guild.storage().writeIfAbsent(conditional)) {
            return false;
        }
        invites.put(invite.code(), invite);
        changes.write(expiring(
                Write.to(GuildInvites.TABLE, guild.id(), invite.code())
                        .set(GuildInvites.CHANNEL_ID, invite.channelId())
                        .build(),
                invite));
        return true;
    }

    void replace(GuildInvite invite, Changes changes) {
        GuildInvite before = invites.put(invite.code(), invite);
        changes.write(expiring(Rows.write(before == null ? null : before.row(), invite.row()), invite));
    }

    void remove(GuildInvite invite, Changes changes) {
        invites.remove(invite.code());
        changes.write(Write.delete(Invites.TABLE, invite.code()));
        changes.write(Write.delete(GuildInvites.TABLE, guild.id(), invite.code()));
    }

    private Mutation expiring(Mutation upsert, GuildInvite invite) {
        if (invite.expiresAt() == null) {
            return upsert;
        }
        int seconds = (int) Math.max(1, Math.ceilDiv(invite.expiresAt() - guild.now(), 1000L));
        return upsert.toBuilder()
                .setUpsert(upsert.getUpsert().toBuilder().setTtl(seconds))
                .build();
    }
}
