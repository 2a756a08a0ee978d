package io.guildhall.guild.mention;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MentionOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.Mentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The caller wants to see a mention no more. What is too old to be kept, or not said yet, needs no word of it. */
@Singleton
public final class DeleteMention implements UserOperation {
    private final Clock clock;

    public DeleteMention(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return MentionOperations.DELETE_MENTION;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        long message = call.id("message_id");
        boolean dismissed = user.context()
                .storage()
                .row(Mentions.TABLE, user.id(), MessageBucket.of(message), message)
                .map(row -> row.get(Mentions.DISMISSED, false))
                .orElse(false);
        if (isKept(message) && !dismissed) {
            changes.write(Write.to(Mentions.TABLE, user.id(), MessageBucket.of(message), message)
                    .set(Mentions.DISMISSED, true)
                    .build());
            changes.event(Events.forPerson(
                            PersonEvent.RECENT_MENTION_DELETE,
                            Json.object().put("message_id", Snowflake.format(message)))
                    .build());
        }
        return Reply.noContent();
    }

    private boolean isKept(long message) {
        long said = Snowflake.timestamp(message);
        return said <= clock.millis() && said > clock.millis() - BroadcastMentions.KEPT.toMillis();
    }
}
