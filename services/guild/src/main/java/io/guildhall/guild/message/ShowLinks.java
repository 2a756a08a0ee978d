package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.link.LinkLookup;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Shows what the links of a message lead to, unless it has others by now, or is gone, or may no longer show any. */
@Singleton
public final class ShowLinks implements ChannelStep {
    @Override
    public String step() {
        return LinkLookup.STEP;
    }

    @Override
    public List<ReadRequest> foreseen(JsonNode body) {
        LinkLookup lookup = LinkLookup.of(body);
        return MessageReads.anywhere(lookup.channelId(), lookup.messageId());
    }

    @Override
    public Reply handle(Place place, JsonNode body, Changes changes) {
        LinkLookup lookup = LinkLookup.of(body);
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        AppMessages.find(place, lookup.messageId())
                .filter(message -> LinkEmbeds.shown(place, message.row()).equals(lookup.urls()))
                .ifPresent(message -> show(place, store, message, embeds(body), changes));
        return Reply.noContent();
    }

    private static void show(
            Place place, MessageStore store, AppMessage message, List<JsonNode> embeds, Changes changes) {
        RowView before = message.row();
        Optional<RowView> replied =
                MessageView.isReply(before) ? store.find(MessageView.repliedTo(before)) : Optional.empty();
        RowEdit edit = RowEdit.of(before).set(Messages.EMBEDS, LinkEmbeds.with(before, embeds));
        if (message.isEphemeral()) {
            AppMessages.changed(place, new AppMessage(edit.view(), message.onlyTo()), replied, changes);
            return;
        }
        changes.write(edit.mutation());
        MessageBytes shown =
                new MessageView(store, UserLookup.here(place), place.links(), 0).bytes(edit.view(), replied);
        MessageEvents.updated(place, shown, changes);
    }

    private static List<JsonNode> embeds(JsonNode body) {
        return StreamSupport.stream(body.path("embeds").spliterator(), false).toList();
    }
}
