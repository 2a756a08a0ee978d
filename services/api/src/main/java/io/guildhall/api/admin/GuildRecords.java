package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Invites;
import io.guildhall.model.table.catalogue.UserGuilds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds guilds for whoever looks after the instance: there is no list of all. */
@ApplicationScoped
public class GuildRecords {
    private final StorageAccess storage;

    @Inject
    public GuildRecords(StorageAccess storage) {
        this.storage = storage;
    }

    /** In short; empty when there is no such guild. */
    Optional<ObjectNode> find(long guildId) {
        return row(Read.row(Guilds.TABLE, guildId))
                .filter(row -> row.has(Guilds.NAME))
                .map(GuildRecords::shown);
    }

    /** By an id, or the code of an invite. */
    List<ObjectNode> find(String query) {
        Stream<Long> byId = NamedId.of(query).stream();
        Stream<Long> byCode = Stream.of(query, query.toLowerCase(Locale.ROOT))
                .flatMap(code -> row(Read.row(Invites.TABLE, code)).stream())
                .flatMap(row -> row.find(Invites.GUILD_ID).stream());
        return Stream.concat(byId, byCode)
                .distinct()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Those of a member. */
    List<ObjectNode> of(long userId) {
        return storage.rows(Read.from(UserGuilds.TABLE, userId).build()).await().indefinitely().stream()
                .flatMap(row -> find(row.get(UserGuilds.GUILD_ID)).stream())
                .toList();
    }

    private Optional<RowView> row(ReadRequest read) {
        return storage.row(read).await().indefinitely();
    }

    private static ObjectNode shown(RowView row) {
        long id = row.get(Guilds.GUILD_ID);
        return Json.object()
                .put("id", Snowflake.format(id))
                .put("name", row.get(Guilds.NAME))
                .put("description", row.find(Guilds.DESCRIPTION).orElse(null))
                .put("owner_id", Snowflake.format(row.get(Guilds.OWNER_ID, 0L)))
                .put("vanity_url_code", row.find(Guilds.VANITY_URL_CODE).orElse(null))
                .put("suspended", row.get(Guilds.SUSPENDED, false))
                .put("created_at", Json.timestamp(Snowflake.timestamp(id)));
    }
}
