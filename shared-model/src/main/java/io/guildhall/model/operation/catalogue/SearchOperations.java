package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Searches for messages. */
public final class SearchOperations {
    /** Which channels are searched depends on the caller's permissions in each, so the handler looks at them. */
    public static final Operation SEARCH_MESSAGES = get("searchMessages", "/guilds/{guild_id}/messages/search")
            .in(Scope.GUILD)
            .query(SearchShapes.MESSAGES)
            .limit(RateLimit.SEARCH)
            .build();

    /** One private channel. In a guild it is {@link #SEARCH_MESSAGES} with the channel as a parameter. */
    public static final Operation SEARCH_CHANNEL_MESSAGES = get(
                    "searchChannelMessages", "/channels/{channel_id}/messages/search")
            .in(Scope.CHANNEL)
            .query(SearchShapes.MESSAGES)
            .needs(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY)
            .limit(RateLimit.SEARCH)
            .build();

    /** All private channels of a person. */
    public static final Operation SEARCH_PRIVATE_MESSAGES = get("searchPrivateMessages", "/users/@me/messages/search")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .query(SearchShapes.MESSAGES)
            .limit(RateLimit.SEARCH)
            .build();

    private SearchOperations() {}

    static List<Operation> all() {
        return List.of(SEARCH_MESSAGES, SEARCH_CHANNEL_MESSAGES, SEARCH_PRIVATE_MESSAGES);
    }
}
