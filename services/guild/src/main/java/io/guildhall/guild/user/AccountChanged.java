package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.actor.Reply;
import io.guildhall.guild.actor.StorageFacade;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Users;
import jakarta.inject.Singleton;

/** The account or the application was written without this actor, as when an application gets its bot. */
@Singleton
public final class AccountChanged implements UserStep {
    @Override
    public String step() {
        return "accountChanged";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        StorageFacade storage = user.context().storage();
        user.replace(
                storage.row(Users.TABLE, user.id()).orElse(null),
                storage.row(Applications.TABLE, user.id()).orElse(null));
        return Reply.noContent();
    }
}
