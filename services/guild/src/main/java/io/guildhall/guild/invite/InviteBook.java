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
import io.guildhall.model.table.catalogue.InviteTargets;
import io.guildhall.model.table.catalogue.Invites;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The invites of a guild, read from the store when first needed. The guild's actor alone counts uses, so that an invite is
 * never used more often than it may be. Expired invites vanish from the store by themselves, and from here with the next change.
 */
record InviteBook(GuildState guild) {
    private static final int MOST = 1000;

    /** The part of the guild's state; by code, the oldest first. */
    private record Known(Map<String, GuildInvite> byCode) {}

    static InviteBook of(GuildState guild) {
        return new InviteBook(guild);
    }

    private static Known load(GuildState guild) {
        Map<String, GuildInvite> invites = new LinkedHashMap<>();
        List<String> codes = guild.storage().all(GuildInvites.TABLE, guild.id()).stream()
                .map(row -> row.get(GuildInvites.CODE))
                .toList();
        ManyRows.read(guild.storage(), Invites.TABLE, codes).forEach((code, row) -> {
            // Counting a use of an invite that expires just then leaves a row with nothing else.
            if (row.has(Invites.CHANNEL_ID)) {
                invites.put(code, new GuildInvite(row));
            }
        });
        return new Known(Collections.unmodifiableMap(invites));
    }

    /** Those that still lead somewhere. */
    Collection<GuildInvite> all() {
        return known().values().stream().filter(this::leadsSomewhere).toList();
    }

    /** @throws ApiException when there is no such invite any more */
    GuildInvite invite(String code) {
        return find(code).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INVITE));
    }

    Optional<GuildInvite> find(String code) {
        return all().stream().filter(invite -> invite.code().equals(code)).findFirst();
    }

    Optional<GuildInvite> similar(GuildInvite wanted) {
        return all().stream().filter(wanted::similar).findFirst();
    }

    boolean hasRoom() {
        return all().size() < MOST;
    }

    void requireRoom() {
        if (!hasRoom()) {
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
        put(invite);
        changes.write(expiring(
                Write.to(GuildInvites.TABLE, guild.id(), invite.code())
                        .set(GuildInvites.CHANNEL_ID, invite.channelId())
                        .build(),
                invite));
        return true;
    }

    void replace(GuildInvite invite, Changes changes) {
        GuildInvite before = known().get(invite.code());
        put(invite);
        changes.write(expiring(Rows.write(before == null ? null : before.row(), invite.row()), invite));
    }

    void remove(GuildInvite invite, Changes changes) {
        Map<String, GuildInvite> left = current();
        left.remove(invite.code());
        remember(left);
        changes.write(Write.delete(Invites.TABLE, invite.code()));
        changes.write(Write.delete(GuildInvites.TABLE, guild.id(), invite.code()));
        if (invite.targeted()) {
            changes.write(Write.delete(InviteTargets.TABLE, invite.code()));
        }
    }

    private Map<String, GuildInvite> known() {
        return guild.part(Known.class, InviteBook::load).byCode();
    }

    private boolean leadsSomewhere(GuildInvite invite) {
        return !invite.expired(guild.now())
                && guild.findChannel(invite.channelId()).isPresent();
    }

    private void put(GuildInvite invite) {
        Map<String, GuildInvite> next = current();
        next.put(invite.code(), invite);
        remember(next);
    }

    private Map<String, GuildInvite> current() {
        Map<String, GuildInvite> current = new LinkedHashMap<>(known());
        current.values().removeIf(invite -> !leadsSomewhere(invite));
        return current;
    }

    private void remember(Map<String, GuildInvite> next) {
        guild.putPart(new Known(Collections.unmodifiableMap(next)));
    }

    /** A row that goes when the invite does. */
    Mutation expiring(Mutation upsert, GuildInvite invite) {
        if (invite.expiresAt() == null) {
            return upsert;
        }
        int seconds = (int) Math.max(1, Math.ceilDiv(invite.expiresAt() - guild.now(), 1000L));
        return upsert.toBuilder()
                .setUpsert(upsert.getUpsert().toBuilder().setTtl(seconds))
                .build();
    }
}
