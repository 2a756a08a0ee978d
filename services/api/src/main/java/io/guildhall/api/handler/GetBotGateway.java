package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GatewayOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.UserGuilds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Where the gateway is, and with how many shards a bot should come. */
@ApplicationScoped
public class GetBotGateway implements ApiHandler {
    private final PublicUrls urls;
    private final StorageAccess storage;
    private final ApiConfig.SessionStarts config;

    @Inject
    public GetBotGateway(PublicUrls urls, StorageAccess storage, ApiConfig config) {
        this.urls = urls;
        this.storage = storage;
        this.config = config.sessionStarts();
    }

    @Override
    public Operation operation() {
        return GatewayOperations.GET_BOT_GATEWAY;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        int guilds = storage.rows(
                        Read.from(UserGuilds.TABLE, call.caller().userId()).build())
                .await()
                .indefinitely()
                .size();
        int shards = Math.max(1, Math.ceilDiv(guilds, config.guildsPerShard()));
        ObjectNode answer = Json.object().put("url", urls.gateway()).put("shards", shards);
        answer.putObject("session_start_limit")
                .put("total", config.total())
                .put("remaining", config.total())
                .put("reset_after", Duration.ofDays(1).toMillis())
                .put("max_concurrency", config.maxConcurrency());
        return answer;
    }
}
