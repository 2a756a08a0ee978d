package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.audit.AuditWriter;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.catalogue.Channels;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What is left to do of a call that moves channels. Each move is a change of that channel as it would be alone, so they may be done in
 * pieces: 500 channels with all their overwrites, before and after, in rows, events and the audit log, would be several times as much as
 * fits into one batch, and as much as relays can be sent at once.
 *
 * @param job by which whoever waits for the end knows the call
 * @param left the elements of the body that are not done yet
 */
record ChannelMoves(long callerId, Optional<String> reason, long job, List<JsonNode> left) {
    static final String STEP = "moveChannels";

    /** What is changed and told in one piece, roughly: one move more than fits. */
    static final int PIECE_BYTES = 512 << 10;

    static ChannelMoves of(JsonNode body) {
        return new ChannelMoves(
                Snowflake.parse(body.path("by").asText()),
                Optional.ofNullable(body.path("reason").textValue()),
                Snowflake.parse(body.path("job").asText()),
                StreamSupport.stream(body.path("left").spliterator(), false).toList());
    }

    JsonNode toBody() {
        ObjectNode body = Json.object().put("by", Snowflake.format(callerId)).put("job", Snowflake.format(job));
        reason.ifPresent(text -> body.put("reason", text));
        left.forEach(body.putArray("left")::add);
        return body;
    }

    /**
     * Does all of them.
     *
     * @throws ApiException when one of them is refused; 40009 when another channel than one gets another parent
     */
    void all(GuildState guild, AuditWriter audit, Changes changes) {
        Mover mover = new Mover(guild, audit, changes);
        Set<String> elsewhere = new HashSet<>();
        for (JsonNode element : left) {
            if (mover.move(element)) {
                elsewhere.add(element.path("id").asText());
            }
            if (elsewhere.size() > 1) {
                throw ApiException.of(ErrorCode.ONLY_ONE_CHANNEL_CAN_HAVE_A_PARENT_ID_MODIFIED_AT_A_TIME);
            }
        }
        mover.tellCategories();
    }

    /**
     * Does the next ones, and asks the guild for the rest. All of them were allowed when the call came. Who may not do one any more by
     * the time that its turn comes, or whose channel is gone, does not do that one.
     *
     * @return whether that was all
     */
    boolean piece(GuildState guild, AuditWriter audit, Changes changes) {
        Mover mover = new Mover(guild, audit, changes);
        int done = 0;
        while (done < left.size() && changes.bytes() < PIECE_BYTES) {
            mover.moveIfAllowed(left.get(done++));
        }
        mover.tellCategories();
        if (done < left.size()) {
            ChannelMoves rest = new ChannelMoves(callerId, reason, job, left.subList(done, left.size()));
            changes.step(guild.context().key(), STEP, rest.toBody());
        }
        return done == left.size();
    }

    private final class Mover {
        private final GuildState guild;
        private final AuditWriter audit;
        private final Changes changes;
        private final Set<Long> categories = new LinkedHashSet<>();

        Mover(GuildState guild, AuditWriter audit, Changes changes) {
            this.guild = guild;
            this.audit = audit;
            this.changes = changes;
        }

        void moveIfAllowed(JsonNode element) {
            try {
                move(element);
            } catch (ApiException refused) {
                // As the call itself would be now; a move that is refused has changed nothing.
            }
        }

        /** Returns whether it was to another category. */
        boolean move(JsonNode element) {
            ChannelPosition asked = ChannelPosition.of(element);
            GuildChannel before = guild.channel(asked.id().required());
            AuditDraft draft = new AuditDraft().target(before.id());
            GuildChannel after = moved(before, asked, draft);
            new ChannelSaving(guild, guild.member(callerId), changes).change(before, after, draft, categories);
            if (!draft.changes().isEmpty()) {
                audit.entry(guild, callerId, AuditAction.CHANNEL_UPDATE, reason, draft, changes);
            }
            return before.parentId() != after.parentId();
        }

        /** One event for each, however many of its channels have moved. */
        void tellCategories() {
            new GuildEdits(guild, changes).tellCategories(categories);
        }

        private GuildChannel moved(GuildChannel before, ChannelPosition asked, AuditDraft draft) {
            Patch patch = new Patch(before.row(), draft);
            if (asked.position().hasValue()) {
                patch.put(asked.position(), Channels.POSITION);
            }
            GuildChannel moved = GuildChannel.of(
                    patch.put(asked.parentId(), Channels.PARENT_ID).row());
            return asked.lockPermissions().or(false)
                    ? guild.findChannel(moved.parentId())
                            .map(parent -> moved.withOverwrites(parent.overwriteList()))
                            .orElse(moved)
                    : moved;
        }
    }
}
