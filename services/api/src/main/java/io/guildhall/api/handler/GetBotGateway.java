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
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.SessionStarts;
import io.guildhall.model.table.catalogue.UserGuilds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Where the gateway is, and with how many shards a bot should come. */
@ApplicationScoped
public class GetBotGateway implements ApiHandler {
    private final PublicUrls urls;
    private final StorageAccess storage;
    private final ApiConfig.SessionStarts config;
    private final Clock clock;

    @Inject
    public GetBotGateway(PublicUrls urls, StorageAccess storage, ApiConfig config, Clock clock) {
        this.urls = urls;
        this.storage = storage;
        this.config = config.sessionStarts();
        this.clock = clock;
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
        answer.set("session_start_limit", limit(call.caller().userId()));
        return answer;
    }

    private ObjectNode limit(long bot) {
        long sinceNow = clock.millis() - SessionStarts.WINDOW.toMillis();
        Optional<RowView> counted =
                storage.rows(Read.from(SessionStarts.TABLE, bot).build()).await().indefinitely().stream()
                        .filter(row -> row.get(SessionStarts.SINCE, 0L) > sinceNow)
                        .findFirst();
        long started = counted.map(row -> row.get(SessionStarts.STARTED, 0L)).orElse(0L);
        long resetAfter =
                counted.map(row -> row.get(SessionStarts.SINCE, 0L) - sinceNow).orElse(0L);
        return Json.object()
                .put("total", config.total())
                .put("remaining", Math.max(0, config.total() - started))
                .put("reset_after", resetAfter)
                .put("max_concurrency", config.maxConcurrency());
    }
}
