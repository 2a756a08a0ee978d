package io.guildhall.guild.relationship;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RelationshipOperations;
import jakarta.inject.Singleton;

/** Everybody who is something to the caller, by id. */
@Singleton
public final class ListRelationships implements UserOperation {
    @Override
    public Operation operation() {
        return RelationshipOperations.LIST_RELATIONSHIPS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        Circle circle = Circle.of(user);
        StorageFacade storage = user.context().freeStorage();
        return Reply.later(() -> Reply.json(ReadyRelationships.list(circle, storage)));
    }
}
