package io.guildhall.guild.search;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.ContentRule;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageSearch;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SearchOperations;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Searches a guild's messages, where the caller may read the history at this moment. The answer has what Discord's OpenAPI says
 * (GuildSearchResponse). A bot that may not read what people write must not ask for it either: its answers would say whether it
 * is there.
 */
@Singleton
public final class SearchMessages implements GuildOperation {
    private final Searches searches;

    public SearchMessages(Searches searches) {
        this.searches = searches;
    }

    @Override
    public Operation operation() {
        return SearchOperations.SEARCH_MESSAGES;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        MessageSearch index = searches.installed();
        SearchForm form = new SearchForm(call.query());
        GuildSnapshot snapshot = guild.snapshot();
        GuildMember caller = snapshot.member(call.callerId());
        StorageFacade storage = guild.context().freeStorage();
        ReadablePlaces places = new ReadablePlaces(snapshot, caller, storage);
        StoredMessages stored = new StoredMessages(storage, guild.links());
        GuildAnswer answer = new GuildAnswer(snapshot, caller, storage, stored);
        History history = new GuildHistory(snapshot, guild.context().epoch(), storage, stored);
        return Reply.later(() -> {
            if (call.byBot() && ContentRule.isWithheldFrom(caller.id(), storage)) {
                throw ApiException.forbidden(ErrorCode.MISSING_ACCESS);
            }
            return Searches.answer(index, form.query(Set.of(snapshot.id()), places.of(form)), history, answer::of);
        });
    }
}
