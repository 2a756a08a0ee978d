package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.presence.Presences;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.permission.RoleTable;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A guild to read: as it is now, for its actor, or as it was when a snapshot was taken, for anybody. */
public interface GuildView {
    GuildContents contents();

    /** ms since 1970, now, also for a snapshot: whether a time-out has ended is asked of today. */
    long now();

    default long id() {
        return contents().id();
    }

    /** False before it is created and after it is deleted. */
    default boolean exists() {
        return row() != null;
    }

    default RowView row() {
        return contents().row();
    }

    default long ownerId() {
        return row().get(Guilds.OWNER_ID, 0L);
    }

    default GuildProperties properties() {
        return GuildProperties.from(row());
    }

    /** {@link #properties}, serialised once. */
    default ByteString propertiesJson() {
        return contents().properties().get();
    }

    default Presences presences() {
        return contents().presences();
    }

    default VoiceStates voice() {
        return contents().voice();
    }

    /** By id. */
    default Collection<GuildChannel> channels() {
        return contents().channels().byId().values();
    }

    /** Every channel in the order in which clients show them: by position, then by id. */
    default List<GuildChannel> channelsInOrder() {
        return contents().channels().inOrder().get();
    }

    /** {@link #channelsInOrder}, serialised once. */
    default ByteString channelsJson() {
        return contents().channels().json().get();
    }

    default Optional<GuildChannel> findChannel(long channelId) {
        return contents().channels().byId().find(channelId);
    }

    default GuildChannel channel(long channelId) {
        return findChannel(channelId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
    }

    /** Its emojis and so on. */
    default GuildExpressions expressions() {
        return contents().expressions();
    }

    /** The active threads. */
    default ThreadList threads() {
        return contents().threads();
    }

    /** By id. */
    default Collection<GuildRole> roles() {
        return contents().roles().byId().values();
    }

    /** As answers list them, serialised once. */
    default ByteString rolesJson() {
        return contents().roles().json().get();
    }

    default Optional<GuildRole> findRole(long roleId) {
        return contents().roles().byId().find(roleId);
    }

    default GuildRole role(long roleId) {
        return findRole(roleId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_ROLE));
    }

    default GuildRole everyone() {
        return contents().roles().byId().get(id());
    }

    default MemberTable members() {
        return contents().members();
    }

    default int memberCount() {
        return members().size();
    }

    default Optional<GuildMember> findMember(long userId) {
        return members().find(userId);
    }

    default GuildMember member(long userId) {
        return findMember(userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MEMBER));
    }

    /** The permissions of all roles, ready for the evaluator. */
    default RoleTable roleTable() {
        return contents().roles().table().get();
    }

    default GuildPermissions permissions() {
        return new GuildPermissions(this);
    }

    /** The member's highest role; @everyone when it has none. */
    default GuildRole highestRole(GuildMember member) {
        GuildRole highest = everyone();
        for (long roleId : member.roles()) {
            GuildRole role = contents().roles().byId().get(roleId);
            if (role != null && role.outranks(highest)) {
                highest = role;
            }
        }
        return highest;
    }
}
