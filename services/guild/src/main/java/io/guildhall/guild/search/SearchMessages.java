package io.guildhall.guild.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.guildhall.messageindex.MessageSearch.Found;
import io.guildhall.messageindex.SearchTooLongException;
import io.guildhall.messageindex.query.SearchForm;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SearchOperations;
import io.guildhall.model.payload.Json;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Searches a guild's messages, where the caller may read the history at this moment. The answer has what Discord's OpenAPI says
 * (GuildSearchResponse); while the guild's index is being made it is a 202 with 110000. A bot that may not read what people
 * write must not ask for it either: its answers would say whether it is there.
 */
@Singleton
public final class SearchMessages implements GuildOperation {
    private static final int ACCEPTED = 202;
    private static final int SECONDS_TO_WAIT = 2;

    private final Optional<MessageSearch> search;

    public SearchMessages(@All List<MessageSearch> search) {
        this.search = search.stream().findFirst();
    }

    @Override
    public Operation operation() {
        return SearchOperations.SEARCH_MESSAGES;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        MessageSearch index = search.orElseThrow(() -> ApiException.notInstalled("message search"));
        SearchForm form = new SearchForm(call.query());
        GuildSnapshot snapshot = guild.snapshot();
        GuildMember caller = snapshot.member(call.callerId());
        StorageFacade storage = guild.context().freeStorage();
        ReadablePlaces places = new ReadablePlaces(snapshot, caller, storage);
        FoundMessages found = new FoundMessages(snapshot, caller, storage, guild.links());
        History history = new GuildHistory(snapshot, storage, guild.links());
        return Reply.later(() -> {
            if (call.byBot() && ContentRule.isWithheldFrom(caller.id(), storage)) {
                throw ApiException.forbidden(ErrorCode.MISSING_ACCESS);
            }
            return switch (search(index, form.query(snapshot.id(), places.of(form)), history)) {
                case Found.Messages(var hits) -> Reply.json(found.answer(hits));
                case Found.NotYet(long documents) -> Reply.status(ACCEPTED, notYet(documents));
            };
        });
    }

    private static Found search(MessageSearch index, SearchQuery query, History history) {
        try {
            return index.search(query, history);
        } catch (SearchTooLongException tooLong) {
            throw ApiException.unavailable();
        }
    }

    private static ObjectNode notYet(long documents) {
        return Json.object()
                .put("message", ErrorCode.INDEX_NOT_YET_AVAILABLE.message())
                .put("code", ErrorCode.INDEX_NOT_YET_AVAILABLE.number())
                .put("documents_indexed", documents)
                .put("retry_after", SECONDS_TO_WAIT);
    }
}
