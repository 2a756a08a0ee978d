package io.guildhall.guild.application;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.inject.Singleton;

/** What an application tells of people. */
@Singleton
public final class ListRoleConnectionMetadata implements UserOperation {
    @Override
    public Operation operation() {
        return RoleConnectionOperations.LIST_ROLE_CONNECTION_METADATA;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireManager(user, call);
        return Reply.json(
                Json.parse(ApplicationAccess.application(user).get(Applications.ROLE_CONNECTIONS_METADATA, "[]")));
    }
}
