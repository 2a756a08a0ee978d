package io.guildhall.guild.user;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** The caller as it sees itself. */
@Singleton
public final class GetMyUser implements UserOperation {
    @Override
    public Operation operation() {
        return UserOperations.GET_MY_USER;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return Reply.json(Json.tree(user.self()));
    }
}
