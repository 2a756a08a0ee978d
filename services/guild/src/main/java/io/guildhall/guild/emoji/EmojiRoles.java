package io.guildhall.guild.emoji;

import io.guildhall.guild.authority.ListedRoles;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Emojis;
import java.util.List;

/** The roles whose bearers may use an emoji. */
final class EmojiRoles {
    private EmojiRoles() {}

    /** The emoji with the roles that a request names, if it names any, each of them a role of the guild. None means everybody. */
    static RowView put(GuildState guild, RowView emoji, Given<List<Long>> given, AuditDraft audit) {
        List<Long> before = emoji.get(Emojis.ROLES, List.of());
        List<Long> roles = given.named()
                ? ListedRoles.anyOf(guild.id(), given.or(List.of())).stream()
                        .map(guild::role)
                        .map(GuildRole::id)
                        .toList()
                : before;
        if (roles.equals(before)) {
            return emoji;
        }
        audit.change("roles", shown(before), shown(roles));
        return Rows.with(emoji, Emojis.ROLES, roles.isEmpty() ? null : roles);
    }

    private static List<String> shown(List<Long> roles) {
        return roles.stream().map(Snowflake::format).toList();
    }
}
