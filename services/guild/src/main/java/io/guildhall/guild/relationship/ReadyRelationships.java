package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.ReadyPart;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everybody who is something to a person, with their profiles. */
@Singleton
public final class ReadyRelationships implements ReadyPart {
    @Override
    public String field() {
        return "relationships";
    }

    @Override
    public Supplier<JsonNode> of(UserState user) {
        Circle circle = Circle.of(user);
        StorageFacade storage = user.context().freeStorage();
        return () -> list(circle, storage);
    }

    /** By id. Only outside the mailbox. */
    static ArrayNode list(Circle circle, StorageFacade storage) {
        List<Long> others =
                circle.byOther().values().stream().map(Relationship::otherId).toList();
        Map<Long, User> profiles = Profiles.of(storage, others);
        ArrayNode list = Json.array();
        circle.byOther()
                .values()
                .forEach(found -> list.add(found.json(Optional.ofNullable(profiles.get(found.otherId())))));
        return list;
    }
}
