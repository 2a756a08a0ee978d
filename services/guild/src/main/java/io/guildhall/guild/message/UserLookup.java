package io.guildhall.guild.message;

import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The users that messages speak of, each looked up once. For one answer. */
public final class UserLookup {
    private static final ByteString NOBODY = ByteString.copyFromUtf8("{}");

    private final LongFunction<Optional<User>> lookup;
    private final Map<Long, Optional<User>> known = new ConcurrentHashMap<>();

    private UserLookup(LongFunction<Optional<User>> lookup) {
        this.lookup = lookup;
    }

    /** In the mailbox: who is here is known, others come from the store. */
    public static UserLookup here(Place place) {
        return new UserLookup(id -> place.findUser(id).or(() -> read(place.storage(), id)));
    }

    /** Outside the mailbox: everybody comes from the store. */
    public static UserLookup stored(StorageFacade storage) {
        return new UserLookup(id -> read(storage, id));
    }

    public Optional<User> find(long userId) {
        Optional<User> found = known.get(userId);
        if (found == null) {
            found = lookup.apply(userId);
            known.put(userId, found);
        }
        return found;
    }

    /** Looks up at once whoever wrote one of these messages or is mentioned in one. */
    void prefetch(List<RowView> messages) {
        Prefetch.all(messages.stream()
                .flatMap(row -> Stream.concat(
                        isAccounts(row) ? Stream.of(row.get(Messages.AUTHOR_ID)) : Stream.empty(),
                        row.get(Messages.MENTIONS, List.of()).stream()))
                .distinct()
                .map(id -> () -> find(id)));
    }

    /** Those of the users that exist. */
    List<User> findAll(List<Long> userIds) {
        return userIds.stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The author as it is now; as it was when it wrote when the account is gone or the author was no account. */
    User author(RowView message) {
        Optional<User> now = isAccounts(message) ? find(message.get(Messages.AUTHOR_ID)) : Optional.empty();
        return now.orElseGet(() -> Json.read(message.get(Messages.AUTHOR, NOBODY), User.class));
    }

    /** An application that answers an interaction is its own webhook, and an account all the same. */
    private static boolean isAccounts(RowView message) {
        Long webhook = message.get(Messages.WEBHOOK_ID);
        return webhook == null || webhook.equals(message.get(Messages.APPLICATION_ID));
    }

    private static Optional<User> read(StorageFacade storage, long userId) {
        return storage.row(Users.TABLE, userId).map(User::from);
    }
}
