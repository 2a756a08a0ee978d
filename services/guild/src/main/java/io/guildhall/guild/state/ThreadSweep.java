package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Takes users who left the guild out of its active threads, a piece at a time. The first piece is part of their leaving; what is left
 * stands in the step by which the guild asks itself to go on, which is stored with the piece before it, so that the next owner goes on.
 * Nobody whom a thread still names sees or hears anything of it, since who left and came back is in no thread of before. Archived threads
 * are left when somebody looks.
 *
 * @param after the last thread that was looked at
 */
public record ThreadSweep(List<Long> users, long after) {
    public static final String STEP = "leaveThreads";

    /** Threads in one piece; each row has up to 16 KB of members, and its event names them once more. */
    static final int PIECE = 32;

    static void begin(List<GuildMember> leaving, GuildState guild, Changes changes) {
        new ThreadSweep(leaving.stream().map(GuildMember::id).toList(), 0).goOn(guild, changes);
    }

    public static ThreadSweep of(JsonNode body) {
        List<Long> users = StreamSupport.stream(body.path("users").spliterator(), false)
                .map(user -> Snowflake.parse(user.asText()))
                .toList();
        return new ThreadSweep(users, Snowflake.parse(body.path("after").asText()));
    }

    /** Does a piece, and asks the guild for the next if something may be left. */
    public void goOn(GuildState guild, Changes changes) {
        ThreadEdits edits = new ThreadEdits(guild, changes);
        Cursor<GuildThread> threads = guild.threads().byId().after(after);
        int changed = 0;
        while (threads.hasNext()) {
            threads.next();
            GuildThread thread = threads.value();
            List<Long> gone =
                    users.stream().filter(user -> isGone(guild, thread, user)).toList();
            if (gone.isEmpty()) {
                continue;
            }
            edits.removeAll(thread, gone);
            if (++changed == PIECE) {
                changes.step(guild.context().key(), STEP, new ThreadSweep(users, thread.id()).toBody());
                return;
            }
        }
    }

    private static boolean isGone(GuildState guild, GuildThread thread, long user) {
        return thread.members().contains(user)
                && guild.findMember(user).filter(thread::joinedBy).isEmpty();
    }

    private ObjectNode toBody() {
        ObjectNode body = Json.object().put("after", Snowflake.format(after));
        users.forEach(user -> body.withArray("users").add(Snowflake.format(user)));
        return body;
    }
}
