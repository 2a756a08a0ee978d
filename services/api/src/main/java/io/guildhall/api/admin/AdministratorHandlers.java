package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Who administers the instance. The first one is named by the operator; an administrator names others, and moderators. */
@Singleton
public class AdministratorHandlers {
    private final Administrators administrators;
    private final AccountRecords accounts;

    @Inject
    public AdministratorHandlers(Administrators administrators, AccountRecords accounts) {
        this.administrators = administrators;
        this.accounts = accounts;
    }

    @Produces
    @Singleton
    public ApiHandler getMyRole() {
        return new Answering(AdminOperations.GET_MY_ROLE, call -> Json.object()
                .put(
                        "role",
                        administrators.role(call.caller()).map(AdminRole::text).orElse(null)));
    }

    @Produces
    @Singleton
    public ApiHandler listAdministrators() {
        return new Answering(
                AdminOperations.LIST_ADMINISTRATORS,
                call -> Page.list(administrators.all().stream().map(this::shown).toList()));
    }

    @Produces
    @Singleton
    public ApiHandler setAdministrator() {
        return new Answering(AdminOperations.SET_ADMINISTRATOR, this::set);
    }

    @Produces
    @Singleton
    public ApiHandler removeAdministrator() {
        return new Answering(AdminOperations.REMOVE_ADMINISTRATOR, call -> {
            if (!administrators.remove(Snowflake.parse(call.path().get("user_id")))) {
                throw ApiException.of(ErrorCode.UNKNOWN_USER);
            }
            return MissingNode.getInstance();
        });
    }

    private JsonNode set(ApiCall call) {
        AccountRecord account = accounts.require(call);
        if (account.bot() || account.deleted()) {
            throw ApiException.of(ErrorCode.INVALID_ACCOUNT_TYPE);
        }
        AdminRole role =
                AdminRole.of(RoleBody.of(call.body()).role().required()).orElseThrow();
        return shown(administrators.set(account.id(), role, call.caller()));
    }

    private ObjectNode shown(Administrators.Administrator administrator) {
        return Json.object()
                .put("user_id", Snowflake.format(administrator.userId()))
                .put(
                        "username",
                        accounts.find(administrator.userId())
                                .map(AccountRecord::username)
                                .orElse(null))
                .put("role", administrator.role().text())
                .put("since", Json.timestamp(administrator.since()))
                .put("named_by", Snowflake.format(administrator.by()));
    }
}
