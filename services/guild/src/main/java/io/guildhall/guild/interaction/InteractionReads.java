package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.entitlement.ActiveEntitlements;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Applications;
import io.guildhall.model.table.catalogue.Commands;
import io.guildhall.model.table.catalogue.UserApplications;
import io.guildhall.model.table.catalogue.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an interaction will read, as the call alone tells. */
final class InteractionReads {
    /** Options and components whose values may be users. */
    private static final Set<Integer> OF_USERS = Set.of(5, 6, 7, 9);

    private static final int MOST = 40;

    private InteractionReads() {}

    static List<ReadRequest> of(RestCall call) {
        JsonNode body = Json.parse(call.getBody());
        JsonNode data = body.path("data");
        long channel = id(call.getPathOrDefault("channel_id", ""));
        List<ReadRequest> reads = new ArrayList<>();
        reads.add(Read.row(Users.TABLE, call.getCaller().getUserId()));
        reads.add(Read.row(Applications.TABLE, id(body, "application_id")));
        reads.add(Read.row(Users.TABLE, id(body, "application_id")));
        reads.add(Read.row(UserApplications.TABLE, call.getCaller().getUserId(), id(body, "application_id")));
        reads.add(ActiveEntitlements.read(
                id(body, "application_id"), call.getCaller().getUserId()));
        long guild = id(body, "guild_id");
        if (guild != 0) {
            reads.add(ActiveEntitlements.read(id(body, "application_id"), guild));
        }
        switch (body.path("type").asInt()) {
            case InteractionType.COMMAND, InteractionType.AUTOCOMPLETE -> {
                reads.add(Read.row(Commands.TABLE, id(body, "application_id"), id(data, "guild_id"), id(data, "id")));
                reads.addAll(CommandAccess.reads(body));
            }
            case InteractionType.COMPONENT -> reads.addAll(message(channel, body.path("message_id")));
            case InteractionType.MODAL -> reads.add(StoredInteraction.read(channel, id(data, "id")));
            default -> {}
        }
        reads.addAll(message(channel, data.path("target_id")));
        addUsers(data, reads);
        return reads;
    }

    private static List<ReadRequest> message(long channel, JsonNode id) {
        return MessageReads.anywhere(channel, id(id.asText("")));
    }

    private static void addUsers(JsonNode node, List<ReadRequest> reads) {
        if (OF_USERS.contains(
                node.path("type").asInt(node.path("component_type").asInt()))) {
            node.path("values").forEach(value -> addUser(value, reads));
            addUser(node.path("value"), reads);
        }
        for (String inside : List.of("options", "components")) {
            node.path(inside).forEach(child -> addUsers(child, reads));
        }
        if (node.has("component")) {
            addUsers(node.get("component"), reads);
        }
    }

    private static void addUser(JsonNode value, List<ReadRequest> reads) {
        long id = id(value.asText(""));
        if (id > 0 && reads.size() < MOST) {
            reads.add(Read.row(Users.TABLE, id));
        }
    }

    private static long id(JsonNode object, String field) {
        return id(object.path(field).asText(""));
    }

    private static long id(String text) {
        return MessageReads.id(text).orElse(0);
    }
}
