package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.body.Fields;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import io.guildhall.model.table.catalogue.Applications;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/** Says anew what an application tells of people; what people's connections say already stays. */
@Singleton
public final class SetRoleConnectionMetadata implements UserOperation {
    @Override
    public Operation operation() {
        return RoleConnectionOperations.SET_ROLE_CONNECTION_METADATA;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        ApplicationAccess.requireManager(user, call);
        JsonNode facts = call.body();
        Set<String> keys = new HashSet<>();
        for (RoleConnectionFact fact : Fields.each(facts, RoleConnectionFact::of)) {
            if (!keys.add(fact.key().required())) {
                throw ApiException.invalidField(
                        "key", "APPLICATION_ROLE_CONNECTION_METADATA_DUPLICATE_KEY", "Keys must be unique.");
            }
        }
        user.changeApplication(
                Rows.with(
                        ApplicationAccess.application(user), Applications.ROLE_CONNECTIONS_METADATA, facts.toString()),
                changes);
        return Reply.json(facts);
    }
}
