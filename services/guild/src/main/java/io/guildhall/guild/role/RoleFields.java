package io.guildhall.guild.role;

import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Roles;

/** Roles as rows: what a new one has, and what a request may change. */
public final class RoleFields {
    /** What @everyone may do in a new guild: what people expect to be able to do, and nothing that moderates. */
    private static final long EVERYONE = Permission.of(
            Permission.CREATE_INSTANT_INVITE,
            Permission.ADD_REACTIONS,
            Permission.STREAM,
            Permission.VIEW_CHANNEL,
            Permission.SEND_MESSAGES,
            Permission.EMBED_LINKS,
            Permission.ATTACH_FILES,
            Permission.READ_MESSAGE_HISTORY,
            Permission.MENTION_EVERYONE,
            Permission.USE_EXTERNAL_EMOJIS,
            Permission.CONNECT,
            Permission.SPEAK,
            Permission.USE_VAD,
            Permission.CHANGE_NICKNAME,
            Permission.USE_APPLICATION_COMMANDS,
            Permission.REQUEST_TO_SPEAK,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.CREATE_PRIVATE_THREADS,
            Permission.USE_EXTERNAL_STICKERS,
            Permission.SEND_MESSAGES_IN_THREADS,
            Permission.USE_EMBEDDED_ACTIVITIES,
            Permission.USE_SOUNDBOARD,
            Permission.USE_EXTERNAL_SOUNDS,
            Permission.SEND_VOICE_MESSAGES,
            Permission.SEND_POLLS,
            Permission.USE_EXTERNAL_APPS);

    private RoleFields() {}

    public static RowView everyone(long guildId) {
        return Rows.with(created(guildId, guildId, 0), Roles.NAME, "@everyone");
    }

    /** A role as it is before the request's fields are applied; it may do what @everyone may do in a new guild. */
    public static RowView created(long guildId, long roleId, long position) {
        RowView row = Rows.create(Roles.TABLE, guildId, roleId);
        row = Rows.with(row, Roles.NAME, "new role");
        row = Rows.with(row, Roles.PERMISSIONS, EVERYONE);
        return Rows.with(row, Roles.POSITION, position);
    }

    /** Of @everyone only the permissions change; the rest of the body does not matter then. */
    public static RowView patch(RowView row, RoleBody body, AuditDraft audit) {
        Patch patch = new Patch(row, audit).put(body.permissions(), Roles.PERMISSIONS);
        if (row.get(Roles.ROLE_ID).equals(row.get(Roles.GUILD_ID))) {
            return patch.row();
        }
        patch.put(body.name(), Roles.NAME)
                .put(body.color(), Roles.COLOR)
                .put(body.hoist(), Roles.HOIST)
                .put(body.mentionable(), Roles.MENTIONABLE)
                .put(body.icon(), Roles.ICON)
                .put(body.unicodeEmoji().map(EmojiGuard::text), Roles.UNICODE_EMOJI);
        body.colors().value().ifPresent(colors -> patch.put(colors.primaryColor(), Roles.COLOR)
                .put(colors.secondaryColor(), Roles.SECONDARY_COLOR)
                .put(colors.tertiaryColor(), Roles.TERTIARY_COLOR));
        return patch.row();
    }
}
