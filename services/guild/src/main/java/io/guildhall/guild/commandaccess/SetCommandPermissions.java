package io.guildhall.guild.commandaccess;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.CommandPermissionOperations;
import io.guildhall.model.payload.ApplicationCommand;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Commands;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides to whom a guild grants a command, or all of an application's that it decides nothing else on. */
@Singleton
public final class SetCommandPermissions implements GuildOperation {
    /** More commands than an application can have in a guild. */
    private static final int MANY = 300;

    @Override
    public Operation operation() {
        return CommandPermissionOperations.SET_COMMAND_PERMISSIONS;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, RestCall call) {
        long application = id(call, "application_id");
        long command = id(call, "command_id");
        List<ReadRequest> reads = new ArrayList<>(GrantStore.reads(guildId, application, command));
        reads.add(Read.row(Commands.TABLE, application, guildId, command));
        reads.add(Read.row(Commands.TABLE, application, 0L, command));
        return reads;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long application = GrantReader.application(guild, call);
        long command = call.id("command_id");
        GrantStore store = new GrantStore(guild.storage(), guild.id(), application);
        GuildMember caller = guild.member(call.callerId());
        if (command != application) {
            requireUsable(guild, caller, find(guild, application, command), store);
        }
        Grants before = store.find(command).orElseGet(() -> new Grants(guild.id(), application, command, List.of()));
        Grants after = new Grants(
                guild.id(), application, command, GrantList.of(call.body()).grants());
        requireOnce(after);
        new GrantGuard(guild, caller).requireChange(before, after);
        audit(call.audit(), before, after);
        if (!before.equals(after)) {
            changes.write(store.write(after));
            forgetDeleted(guild.storage(), store, command, changes);
            changes.event(Events.inGuild(DispatchEvent.APPLICATION_COMMAND_PERMISSIONS_UPDATE, after.json())
                    .addOnlyUsers(application)
                    .build());
        }
        return Reply.json(after.json());
    }

    private static ApplicationCommand find(GuildState guild, long application, long command) {
        StorageFacade storage = guild.storage();
        return storage.row(Commands.TABLE, application, guild.id(), command)
                .or(() -> storage.row(Commands.TABLE, application, 0L, command))
                .map(row -> Json.read(row.get(Commands.DEFINITION), ApplicationCommand.class))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_APPLICATION_COMMAND));
    }

    /** Nobody decides on a command that they may not use themselves. */
    private static void requireUsable(
            GuildState guild, GuildMember caller, ApplicationCommand command, GrantStore store) {
        Optional<Grants> grants = store.effective(Snowflake.parse(command.id()));
        Asker asker = new Asker(caller.id(), caller.roleList());
        if (!new CommandRule(command, grants).allows(asker, guild.permissions().of(caller))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private static void requireOnce(Grants grants) {
        long different = grants.all().stream()
                .map(grant -> new Grant(grant.id(), grant.type(), true))
                .distinct()
                .count();
        if (different < grants.all().size()) {
            throw ApiException.invalidField(
                    "permissions", "APPLICATION_COMMAND_PERMISSIONS_DUPLICATE", "Each may be named once");
        }
    }

    private static void audit(AuditDraft audit, Grants before, Grants after) {
        audit.target(after.commandId()).option("application_id", after.applicationId());
        if (before.equals(after)) {
            audit.skip();
        }
        for (Grant grant : before.all()) {
            Optional<Grant> now = after.all().stream()
                    .filter(other -> other.isFor(grant.type(), grant.id()))
                    .findFirst();
            if (!now.equals(Optional.of(grant))) {
                audit.change(
                        Snowflake.format(grant.id()),
                        grant.json(),
                        now.map(Grant::json).orElse(null));
            }
        }
        after.all().stream()
                .filter(grant -> before.all().stream().noneMatch(other -> other.isFor(grant.type(), grant.id())))
                .forEach(grant -> audit.change(Snowflake.format(grant.id()), null, grant.json()));
    }

    /** Applications delete commands without asking guilds: what is kept of those goes once it is much. */
    private static void forgetDeleted(StorageFacade storage, GrantStore store, long kept, Changes changes) {
        List<Long> decided = List.copyOf(store.all().keySet());
        if (decided.size() < MANY) {
            return;
        }
        List<Long> alive = new ArrayList<>(List.of(kept, store.applicationId()));
        for (long scope : List.of(0L, store.guildId())) {
            storage.all(Commands.TABLE, store.applicationId(), scope)
                    .forEach(row -> alive.add(row.get(Commands.COMMAND_ID)));
        }
        decided.stream()
                .filter(command -> !alive.contains(command))
                .forEach(command -> changes.write(store.delete(command)));
    }

    private static long id(RestCall call, String parameter) {
        return MessageReads.id(call.getPathOrDefault(parameter, "")).orElse(0);
    }
}
