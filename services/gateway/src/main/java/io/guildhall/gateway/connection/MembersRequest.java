package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.rpc.RequestMembers;
import java.util.List;

/** Op 8 as the client sent it. Exactly one of {@code query} and {@code user_ids} is looked at. */
record MembersRequest(List<Long> guilds, String query, int limit, List<Long> users, boolean presences, String nonce) {
    private static final int MOST_USERS = 100;
    /** A longer nonce is dropped, as documented for clients. */
    private static final int LONGEST_NONCE = 32;

    static MembersRequest read(JsonNode data) throws Refusal {
        List<Long> guilds = Ids.readAll(data.path("guild_id"));
        List<Long> users = Ids.readAll(data.path("user_ids"));
        JsonNode query = data.path("query");
        JsonNode limit = data.path("limit");
        boolean queried = query.isTextual();
        if (!data.isObject()
                || guilds.isEmpty()
                || !(queried || Ids.absent(query))
                || !(Ids.absent(limit) || limit.canConvertToInt() && limit.intValue() >= 0)) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        boolean byUsers =
                !data.path("user_ids").isMissingNode() && !data.path("user_ids").isNull();
        if (users.size() > MOST_USERS || !byUsers && !queried) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        String nonce = data.path("nonce").asText("");
        return new MembersRequest(
                guilds,
                byUsers ? null : query.textValue(),
                limit.asInt(0),
                users,
                data.path("presences").asBoolean(false),
                nonce.length() > LONGEST_NONCE ? "" : nonce);
    }

    RequestMembers forSession(Session session) {
        RequestMembers.Builder request = RequestMembers.newBuilder()
                .setSession(session.reference())
                .setUserId(session.profile().userId())
                .setIntents(session.profile().intents())
                .setLimit(limit)
                .addAllUserIds(users)
                .setPresences(presences)
                .setTickets(true)
                .setNonce(nonce);
        if (query != null) {
            request.setQuery(query);
        }
        return request.build();
    }
}
