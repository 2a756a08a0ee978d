package io.guildhall.guild.relationship;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.LongMapBuilder;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.catalogue.Relationships;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Everybody who is something to a person: a part of the person's state that is loaded when it is first needed. It never changes. */
public record Circle(LongMap<Relationship> byOther) {
    /** How many friends a person may have, how many may have asked, and how many may be blocked. */
    static final int MOST_OF_A_TYPE = 1_000;

    static Circle of(UserState user) {
        return user.part(Circle.class, Circle::load);
    }

    private static Circle load(UserState user) {
        LongMapBuilder<Relationship> found = new LongMapBuilder<>();
        user.context()
                .storage()
                .all(Relationships.TABLE, user.id())
                .forEach(row -> found.add(row.get(Relationships.OTHER_ID), Relationship.of(row)));
        return new Circle(found.build());
    }

    Optional<Relationship> find(long other) {
        return byOther.find(other);
    }

    boolean has(RelationshipType type, long other) {
        return find(other).filter(found -> found.type() == type).isPresent();
    }

    /** Whether no more of this type have room. */
    boolean isFull(RelationshipType type) {
        return byOther.values().stream().filter(found -> found.type() == type).count() >= MOST_OF_A_TYPE;
    }

    /** Whether somebody still is this to the person. */
    public static boolean is(UserState user, RelationshipType type, long other) {
        return of(user).has(type, other);
    }

    /** Whom the person has blocked at this moment, for any thread. */
    public static LongPredicate blocked(UserState user) {
        Circle circle = of(user);
        return other -> circle.has(RelationshipType.BLOCKED, other);
    }

    /** Whether this person has blocked somebody; without loading the others. */
    public static boolean blocks(UserState user, long other) {
        Optional<Circle> loaded = user.findPart(Circle.class);
        return loaded.isPresent()
                ? loaded.get().has(RelationshipType.BLOCKED, other)
                : user.context()
                        .storage()
                        .row(Relationships.TABLE, user.id(), other)
                        .filter(row -> Relationships.is(RelationshipType.BLOCKED, row))
                        .isPresent();
    }
}
