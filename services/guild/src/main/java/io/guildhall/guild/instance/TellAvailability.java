package io.guildhall.guild.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.GuildAvailability;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.instance.GuildSteps;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells the members, some at a time, that the guild is suspended or is no longer. Ends when it has become otherwise meanwhile. */
@Singleton
public final class TellAvailability implements GuildStep {
    private static final String STEP = "tellAvailability";
    private static final String SLICE = "slice";
    private static final String AFTER = "after";
    private static final int PIECE = 500;

    static void begin(GuildState guild, Changes changes) {
        goOn(guild, 0, 0, changes);
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(page(guildId, body));
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        boolean suspended = body.path(GuildSteps.SUSPENDED).asBoolean();
        if (guild.row().get(Guilds.SUSPENDED, false) != suspended) {
            return Reply.noContent();
        }
        List<RowView> rows = guild.storage().read(Members.TABLE, page(guild.id(), body));
        ObjectNode news = Json.object()
                .put(GuildAvailability.GUILD_ID, Snowflake.format(guild.id()))
                .put(GuildAvailability.AVAILABLE, !suspended);
        rows.forEach(row -> changes.step(Keys.user(row.get(Members.USER_ID)), GuildAvailability.STEP, news));
        long slice = body.path(SLICE).asLong();
        if (rows.size() == PIECE) {
            goOn(guild, slice, rows.getLast().get(Members.USER_ID), changes);
        } else if (slice + 1 < MemberSlice.COUNT) {
            goOn(guild, slice + 1, 0, changes);
        }
        return Reply.noContent();
    }

    private static ReadRequest page(long guildId, JsonNode body) {
        return Read.from(Members.TABLE, guildId, body.path(SLICE).asLong())
                .after(Snowflake.parse(body.path(AFTER).asText("0")))
                .limit(PIECE)
                .build();
    }

    private static void goOn(GuildState guild, long slice, long after, Changes changes) {
        changes.step(
                guild.context().key(),
                STEP,
                Json.object()
                        .put(GuildSteps.SUSPENDED, guild.row().get(Guilds.SUSPENDED, false))
                        .put(SLICE, slice)
                        .put(AFTER, Snowflake.format(after)));
    }
}
