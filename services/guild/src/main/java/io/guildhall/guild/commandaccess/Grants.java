package io.guildhall.guild.commandaccess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.CommandPermissions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * To whom a guild allows and forbids a command, and where.
 *
 * @param commandId the application's own id for those of all its commands that have none of their own
 */
public record Grants(long guildId, long applicationId, long commandId, List<Grant> all) {
    static Grants from(RowView row) {
        return new Grants(
                row.get(CommandPermissions.GUILD_ID),
                row.get(CommandPermissions.APPLICATION_ID),
                row.get(CommandPermissions.COMMAND_ID),
                Fields.each(Json.parse(row.get(CommandPermissions.GRANTS, "[]")), Grant::of));
    }

    boolean isOfAllCommands() {
        return commandId == applicationId;
    }

    /** What they say of a member: the member's own first, then any role that allows, then any that forbids, then everybody's. */
    Optional<Boolean> ofMember(Asker asker) {
        return find(Grant.USER, asker.userId()).or(() -> ofRoles(asker.roles())).or(() -> find(Grant.ROLE, guildId));
    }

    /** What they say of a channel, or of all of them. */
    Optional<Boolean> ofChannel(long channelId) {
        return find(Grant.CHANNEL, channelId).or(() -> find(Grant.CHANNEL, everywhere(guildId)));
    }

    private Optional<Boolean> ofRoles(Collection<Long> roles) {
        List<Boolean> said = all.stream()
                .filter(grant -> grant.type() == Grant.ROLE && grant.id() != guildId && roles.contains(grant.id()))
                .map(Grant::allows)
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(said.contains(true));
    }

    private Optional<Boolean> find(int type, long id) {
        return all.stream()
                .filter(grant -> grant.isFor(type, id))
                .map(Grant::allows)
                .findFirst();
    }

    /** The number that stands for all channels of a guild. */
    static long everywhere(long guildId) {
        return guildId - 1;
    }

    /** As somebody's client takes them: what concerns that person, by kind. */
    public ObjectNode concerning(Asker asker) {
        ObjectNode concerning = Json.object();
        find(Grant.USER, asker.userId()).ifPresent(allows -> concerning.put("user", allows));
        ObjectNode roles = concerning.putObject("roles");
        LongStream.concat(asker.roles().stream().mapToLong(Long::longValue), LongStream.of(guildId))
                .forEach(role -> find(Grant.ROLE, role).ifPresent(allows -> roles.put(Snowflake.format(role), allows)));
        ObjectNode channels = concerning.putObject("channels");
        all.stream()
                .filter(grant -> grant.type() == Grant.CHANNEL)
                .forEach(grant -> channels.put(Snowflake.format(grant.id()), grant.allows()));
        return concerning;
    }

    ArrayNode list() {
        ArrayNode list = Json.array();
        all.forEach(grant -> list.add(grant.json()));
        return list;
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(commandId))
                .put("application_id", Snowflake.format(applicationId))
                .put("guild_id", Snowflake.format(guildId));
        json.set("permissions", list());
        return json;
    }
}
