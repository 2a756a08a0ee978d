package io.guildhall.guild.prune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A prune that is under way, as it stands in the step by which the guild asks itself to go on. The step is stored with the piece of
 * work before it, so that the next owner of the guild goes on.
 *
 * @param callerId who began it
 * @param reason for the audit log; may be empty
 * @param next whose accounts are read for the next piece
 * @param after the last member that was looked at
 * @param removed so far
 */
record PruneJob(PruneRule rule, long callerId, String reason, List<Long> next, long after, int removed) {
    static final String STEP = "pruneMembers";

    /** Members that are removed in one piece at most. */
    static final int PIECE = 100;

    /** Members that are looked at for one piece at most. */
    private static final int LOOKED_AT = 5_000;

    /** In the guild's state while a prune runs. A guild that was just loaded learns of it by the prune's next step. */
    record Running() {}

    static PruneJob begun(PruneRule rule, long callerId, String reason) {
        return new PruneJob(rule, callerId, reason, List.of(), 0, 0);
    }

    static PruneJob of(JsonNode body) {
        PruneRule rule =
                new PruneRule(body.path("days").asInt(), body.path("cutoff").asLong(), ids(body.path("roles")));
        return new PruneJob(
                rule,
                Snowflake.parse(body.path("caller").asText()),
                body.path("reason").asText(),
                ids(body.path("next")),
                Snowflake.parse(body.path("after").asText()),
                body.path("removed").asInt());
    }

    /** Looks for the next members, and asks the guild to go on with them. */
    void goOn(GuildState guild, Changes changes) {
        Iterator<GuildMember> members = guild.members().after(after);
        List<Long> found = new ArrayList<>();
        long last = after;
        for (int looked = 0; looked < LOOKED_AT && found.size() < PIECE && members.hasNext(); looked++) {
            GuildMember member = members.next();
            last = member.id();
            if (rule.mayGo(guild, member)) {
                found.add(last);
            }
        }
        guild.putPart(new Running());
        PruneJob next = new PruneJob(rule, callerId, reason, found, last, removed);
        changes.step(guild.context().key(), STEP, next.toBody());
    }

    /** True when nobody follows whom it did not look at. */
    boolean isLast(GuildState guild) {
        return !guild.members().after(after).hasNext();
    }

    PruneJob removed(int more) {
        return new PruneJob(rule, callerId, reason, next, after, removed + more);
    }

    private ObjectNode toBody() {
        ObjectNode body = Json.object()
                .put("days", rule.days())
                .put("cutoff", rule.cutoff())
                .put("caller", Snowflake.format(callerId))
                .put("reason", reason)
                .put("after", Snowflake.format(after))
                .put("removed", removed);
        ArrayNode roles = body.putArray("roles");
        rule.roles().forEach(role -> roles.add(Snowflake.format(role)));
        ArrayNode users = body.putArray("next");
        next.forEach(user -> users.add(Snowflake.format(user)));
        return body;
    }

    private static List<Long> ids(JsonNode list) {
        List<Long> ids = new ArrayList<>();
        list.forEach(id -> ids.add(Snowflake.parse(id.asText())));
        return List.copyOf(ids);
    }
}
