package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.search.StoredMessages.Shown;
import io.guildhall.guild.user.UserOperation;
import io.guildhall.guild.user.UserState;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.Hits;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SearchOperations;
import jakarta.inject.Singleton;

/** Searches all private channels of a person, also those that are closed; the answer brings those where something was found. */
@Singleton
public final class SearchPrivateMessages implements UserOperation {
    private final Searches searches;
    private final AttachmentLinks links;

    public SearchPrivateMessages(Searches searches, AttachmentLinks links) {
        this.searches = searches;
        this.links = links;
    }

    @Override
    public Operation operation() {
        return SearchOperations.SEARCH_PRIVATE_MESSAGES;
    }

    @Override
    public Reply handle(UserState user, Call call, Changes changes) {
        MessageSearch index = searches.installed();
        SearchForm form = new SearchForm(call.query());
        StorageFacade storage = user.context().freeStorage();
        StoredMessages stored = new StoredMessages(storage, links);
        History history = new PrivateHistory(storage, stored);
        long reader = user.id();
        return Reply.later(() -> {
            JoinedChannels channels = JoinedChannels.of(reader, form, storage);
            return Searches.answer(
                    index,
                    form.query(channels.ids(), channels.ids()),
                    history,
                    hits -> answer(hits, stored.show(hits.messages(), reader), channels, storage));
        });
    }

    private static JsonNode answer(Hits hits, Shown shown, JoinedChannels channels, StorageFacade storage) {
        ObjectNode answer = PrivateAnswer.of(hits, shown);
        ArrayNode list = answer.putArray("channels");
        for (long place : shown.places()) {
            list.add(channels.describe(place, storage));
        }
        return answer;
    }
}
