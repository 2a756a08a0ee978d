package io.guildhall.guild.search;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SearchOperations;
import jakarta.inject.Singleton;
import java.util.Set;

/** Searches one private channel. In guilds the channel is a part of the guild's search. */
@Singleton
public final class SearchChannelMessages implements ChannelOperation {
    private final Searches searches;

    public SearchChannelMessages(Searches searches) {
        this.searches = searches;
    }

    @Override
    public Operation operation() {
        return SearchOperations.SEARCH_CHANNEL_MESSAGES;
    }

    @Override
    public Reply handle(Place place, Call call, Changes changes) {
        if (place.guildId().isPresent()) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        MessageSearch index = searches.installed();
        long channel = place.channelId();
        SearchForm form = new SearchForm(call.query());
        StoredMessages stored = new StoredMessages(place.freeStorage(), place.links());
        History history = new PrivateHistory(place.freeStorage(), stored);
        Set<Long> readable =
                form.channels().isEmpty() || form.channels().contains(channel) ? Set.of(channel) : Set.of();
        return Reply.later(() -> Searches.answer(
                index,
                form.query(Set.of(channel), readable),
                history,
                hits -> PrivateAnswer.of(hits, stored.show(hits.messages(), call.callerId()))));
    }
}
