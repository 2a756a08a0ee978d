package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PushDevices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** Where the caller is told, the newest last. Addresses and keys are secrets, and not shown. */
@ApplicationScoped
public class ListDevices implements ApiHandler {
    private final StorageAccess storage;

    @Inject
    public ListDevices(StorageAccess storage) {
        this.storage = storage;
    }

    @Override
    public Operation operation() {
        return PushOperations.LIST_DEVICES;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ArrayNode devices = Json.array();
        storage.rows(Read.from(PushDevices.TABLE, call.caller().userId()).build())
                .await()
                .indefinitely()
                .forEach(row -> devices.addObject()
                        .put("id", Snowflake.format(row.get(PushDevices.DEVICE_ID)))
                        .put("provider", row.get(PushDevices.PROVIDER))
                        .put("host", host(row))
                        .put("created_at", Json.timestamp(row.get(PushDevices.CREATED_AT, 0L)))
                        .put(
                                "current",
                                row.get(PushDevices.LOGIN_ID, 0L)
                                        == call.caller().sessionId()));
        return devices;
    }

    /** Null for a device that has a token and no address. */
    private static String host(RowView row) {
        if (!DeviceProvider.of(row.get(PushDevices.PROVIDER)).hasAddress()) {
            return null;
        }
        return URI.create(row.get(PushDevices.ADDRESS)).getHost();
    }
}
