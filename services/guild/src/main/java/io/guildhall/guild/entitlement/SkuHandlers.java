package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.application.ApplicationAccess;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.catalogue.EntitlementOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Skus;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;

/** What an application offers: its owner adds to it, its bot reads it too. Nothing offered is ever taken back, since somebody may have it. */
@Singleton
public final class SkuHandlers {
    private static final int MOST = 50;

    /** It can be had. */
    private static final long AVAILABLE = 1 << 2;

    private final SnowflakeGenerator ids;

    public SkuHandlers(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Produces
    @Singleton
    public UserOperation listSkus() {
        return new EntitlementHandler(EntitlementOperations.LIST_SKUS, (application, call, changes) -> {
            ApplicationAccess.requireManager(application, call);
            ArrayNode list = Json.array();
            application.context().storage().all(Skus.TABLE, application.id()).forEach(sku -> list.add(json(sku)));
            return Reply.json(list);
        });
    }

    @Produces
    @Singleton
    public UserOperation createSku() {
        return new EntitlementHandler(EntitlementOperations.CREATE_SKU, this::create);
    }

    private Reply create(UserState application, Call call, Changes changes) {
        ApplicationAccess.requireOwner(application, call);
        if (application.context().storage().all(Skus.TABLE, application.id()).size() >= MOST) {
            throw ApiException.of(ErrorCode.INVALID_SKU, "Maximum number of SKUs reached (" + MOST + ")");
        }
        NewSku body = NewSku.of(call.body());
        RowView sku = Rows.create(Skus.TABLE, application.id(), ids.next());
        sku = Rows.with(sku, Skus.NAME, body.name().required());
        sku = Rows.with(sku, Skus.TYPE, body.type().required());
        sku = Rows.with(sku, Skus.FLAGS, body.flags().or(AVAILABLE));
        Rows.save(null, sku, changes);
        return Reply.json(json(sku));
    }

    private static ObjectNode json(RowView sku) {
        String name = sku.get(Skus.NAME, "");
        return Json.object()
                .put("id", Snowflake.format(sku.get(Skus.SKU_ID)))
                .put("application_id", Snowflake.format(sku.get(Skus.APPLICATION_ID)))
                .put("type", sku.get(Skus.TYPE))
                .put("name", name)
                .put("slug", name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-"))
                .put("flags", sku.get(Skus.FLAGS, 0L));
    }
}
