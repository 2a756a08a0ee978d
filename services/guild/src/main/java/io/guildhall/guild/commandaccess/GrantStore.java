package io.guildhall.guild.commandaccess;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.CommandPermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A guild's grants of one application's commands, as they are stored. */
public record GrantStore(StorageFacade storage, long guildId, long applicationId) {
    /** What {@link #effective} reads. */
    public static List<ReadRequest> reads(long guildId, long applicationId, long commandId) {
        return List.of(
                Read.row(CommandPermissions.TABLE, guildId, applicationId, commandId),
                Read.row(CommandPermissions.TABLE, guildId, applicationId, applicationId));
    }

    Optional<Grants> find(long commandId) {
        return storage.row(CommandPermissions.TABLE, guildId, applicationId, commandId)
                .filter(row -> row.has(CommandPermissions.GRANTS))
                .map(Grants::from);
    }

    /** Those that decide on a command: its own, or else those of all the application's commands. */
    public Optional<Grants> effective(long commandId) {
        return find(commandId).or(() -> find(applicationId));
    }

    /** By command. */
    public Map<Long, Grants> all() {
        return storage.all(CommandPermissions.TABLE, guildId, applicationId).stream()
                .filter(row -> row.has(CommandPermissions.GRANTS))
                .map(Grants::from)
                .collect(Collectors.toMap(Grants::commandId, grants -> grants));
    }

    /** None at all leaves no row. */
    Mutation write(Grants grants) {
        return grants.all().isEmpty()
                ? delete(grants.commandId())
                : Write.to(CommandPermissions.TABLE, guildId, applicationId, grants.commandId())
                        .set(CommandPermissions.GRANTS, grants.list().toString())
                        .build();
    }

    Mutation delete(long commandId) {
        return Write.delete(CommandPermissions.TABLE, guildId, applicationId, commandId);
    }
}
