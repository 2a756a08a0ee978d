package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.TemplateOperations;
import io.guildhall.model.payload.GuildTemplate;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.GuildTemplates;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The template of a guild, for whoever knows its code. Whether the guild has changed since is not said here. */
@ApplicationScoped
public class GetTemplate implements ApiHandler {
    private final StorageAccess storage;

    @Inject
    public GetTemplate(StorageAccess storage) {
        this.storage = storage;
    }

    @Override
    public Operation operation() {
        return TemplateOperations.GET_TEMPLATE;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        RowView template = row(Read.row(GuildTemplates.TABLE, call.path().get("code")))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD_TEMPLATE));
        User creator = row(Read.row(Users.TABLE, template.get(GuildTemplates.CREATOR_ID)))
                .map(User::from)
                .orElse(null);
        return Json.tree(GuildTemplate.from(template, creator, null));
    }

    private Optional<RowView> row(ReadRequest read) {
        return storage.row(read).await().indefinitely();
    }
}
