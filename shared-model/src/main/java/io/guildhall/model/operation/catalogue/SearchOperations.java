package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Searches for messages. */
public final class SearchOperations {
    /** Which channels are searched depends on the caller's permissions in each, so the handler looks at them. */
    public static final Operation SEARCH_MESSAGES = get("searchMessages", "/guilds/{guild_id}/messages/search")
            .in(Scope.GUILD)
            .query(SearchShapes.MESSAGES)
            .limit(RateLimit.SEARCH)
            .build();

    private SearchOperations() {}

    static List<Operation> all() {
        return List.of(SEARCH_MESSAGES);
    }
}
