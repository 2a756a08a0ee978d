package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Place;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.EntitlementOwners;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a person, and the guild where it is, has of an application at this moment, as an interaction tells the application. */
public final class ActiveEntitlements {
    private ActiveEntitlements() {}

    /** What {@link #of} begins with, to be read ahead. */
    public static ReadRequest read(long applicationId, long ownerId) {
        return Read.from(EntitlementOwners.TABLE, applicationId, ownerId).build();
    }

    /** The person's first, then the guild's, each with the oldest first. */
    public static ArrayNode of(Place place, long userId, long applicationId) {
        EntitlementBook book = new EntitlementBook(applicationId, place.storage());
        EntitlementFilter active = new EntitlementFilter(Set.of(), false, false, false, place.now());
        List<RowView> rows = Stream.concat(
                        Stream.of(userId), place.guildId().stream().boxed())
                .flatMap(owner -> book.of(owner).stream())
                .filter(active::passes)
                .toList();
        return EntitlementView.list(rows);
    }
}
