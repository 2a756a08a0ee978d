package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Relationships;
import java.util.Optional;

/**
 * What somebody is to a person.
 *
 * @param since in ms since 1970
 * @param nickname null for none
 */
record Relationship(long otherId, RelationshipType type, long since, String nickname) {
    static Relationship of(RowView row) {
        return new Relationship(
                row.get(Relationships.OTHER_ID),
                RelationshipType.of(row.get(Relationships.TYPE)),
                row.get(Relationships.SINCE, 0L),
                row.get(Relationships.NICKNAME));
    }

    Relationship called(String newNickname) {
        return new Relationship(otherId, type, since, newNickname);
    }

    Mutation write(long userId) {
        return Write.to(Relationships.TABLE, userId, otherId)
                .set(Relationships.TYPE, (long) type.number())
                .set(Relationships.SINCE, since)
                .set(Relationships.NICKNAME, nickname)
                .build();
    }

    /** As the person's clients see it, without the other's profile. */
    ObjectNode json() {
        return Json.object()
                .put("id", Snowflake.format(otherId))
                .put("type", type.number())
                .put("nickname", nickname)
                .put("since", Json.timestamp(since))
                .put("is_spam_request", false)
                .put("stranger_request", false)
                .put("user_ignored", false);
    }

    /** With the other's profile, when there still is one. */
    ObjectNode json(Optional<User> other) {
        ObjectNode json = json();
        other.ifPresent(user -> json.set("user", Json.tree(user)));
        return json;
    }
}
