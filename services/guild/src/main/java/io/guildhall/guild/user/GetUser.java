package io.guildhall.guild.user;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;

/** Any user as everybody sees it. */
@Singleton
public final class GetUser implements UserOperation {
    @Override
    public Operation operation() {
        return UserOperations.GET_USER;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        return Reply.json(Json.tree(user.user()));
    }
}
