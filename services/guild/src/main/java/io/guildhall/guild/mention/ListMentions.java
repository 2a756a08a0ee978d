package io.guildhall.guild.mention;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.notification.Notifications;
import io.guildhall.guild.relationship.Circle;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MentionOperations;
import io.guildhall.model.payload.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/** The last messages that mention the caller. */
@Singleton
public final class ListMentions implements UserOperation {
    private final AttachmentLinks links;
    private final Clock clock;

    public ListMentions(AttachmentLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        return MentionOperations.LIST_MENTIONS;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        MentionQuery query = MentionQuery.of(call, clock.millis());
        StorageFacade storage = user.context().freeStorage();
        Set<Long> guilds = user.guilds().stream()
                .filter(guild -> query.guild().map(guild::equals).orElse(true))
                .collect(Collectors.toUnmodifiableSet());
        Candidates candidates = new Candidates(user.id(), Notifications.of(user), storage);
        Inbox inbox = new Inbox(
                user.id(), Circle.blocked(user), storage, user.context().owners(), links);
        return Reply.later(() -> {
            ArrayNode list = Json.array();
            inbox.show(new CandidateWalk(candidates, query, guilds), query.limit())
                    .forEach(list::add);
            return Reply.json(list);
        });
    }
}
