package io.guildhall.guild.relationship;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.privatechannel.BlockChanged;
import io.guildhall.guild.user.Profiles;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PrivateChannelPairs;
import io.guildhall.model.table.catalogue.Relationships;

/** Changes what others are to a person: in memory, in the store, for the person's sessions, and for the channel that the two have. */
final class CircleEdits {
    private final UserState user;
    private final Changes changes;
    private final long now;

    CircleEdits(UserState user, Changes changes, long now) {
        this.user = user;
        this.changes = changes;
        this.now = now;
    }

    /** From now on the other is this, and nothing else any more. */
    void become(RelationshipType type, long other) {
        Circle before = Circle.of(user);
        Relationship changed = new Relationship(other, type, now, null);
        replace(changed);
        ObjectNode event = changed.json(Profiles.find(user.context().storage(), other));
        event.put("should_notify", type == RelationshipType.INCOMING_REQUEST || type == RelationshipType.FRIEND);
        changes.event(Events.forPerson(PersonEvent.RELATIONSHIP_ADD, event).build());
        tellChannel(other, before.has(RelationshipType.BLOCKED, other), type == RelationshipType.BLOCKED);
    }

    /**
     * Somebody whom this person has asked says yes. Many may at once, so it is here that friends are counted: who has as many as anybody may takes
     * the question back.
     *
     * @return false when the two are no friends
     */
    boolean befriend(long other) {
        Circle circle = Circle.of(user);
        if (circle.isFull(RelationshipType.FRIEND)) {
            circle.find(other).ifPresent(asked -> DeleteRelationship.end(asked, this));
            return false;
        }
        become(RelationshipType.FRIEND, other);
        return true;
    }

    /**
     * The two become friends without a question.
     *
     * @return false when nothing changes: they are friends already, the other is blocked, or this person has as many as anybody may
     */
    boolean welcome(long other) {
        Circle circle = Circle.of(user);
        boolean settled = circle.has(RelationshipType.FRIEND, other) || circle.has(RelationshipType.BLOCKED, other);
        if (settled || other == user.id() || circle.isFull(RelationshipType.FRIEND)) {
            return false;
        }
        become(RelationshipType.FRIEND, other);
        return true;
    }

    void rename(Relationship friend, String nickname) {
        Relationship changed = friend.called(nickname);
        replace(changed);
        changes.event(Events.forPerson(PersonEvent.RELATIONSHIP_UPDATE, changed.json())
                .build());
    }

    /** The other is nothing any more. */
    void end(Relationship ended) {
        user.putPart(new Circle(Circle.of(user).byOther().without(ended.otherId())));
        changes.write(Write.delete(Relationships.TABLE, user.id(), ended.otherId()));
        changes.event(Events.forPerson(
                        PersonEvent.RELATIONSHIP_REMOVE,
                        Json.object()
                                .put("id", Snowflake.format(ended.otherId()))
                                .put("type", ended.type().number())
                                .put("nickname", ended.nickname()))
                .build());
        tellChannel(ended.otherId(), ended.type() == RelationshipType.BLOCKED, false);
    }

    /** Asks the other's actor for its side. */
    void tell(long other, String step) {
        changes.step(Keys.user(other), step, Json.object().put("user_id", Snowflake.format(user.id())));
    }

    private void replace(Relationship changed) {
        user.putPart(new Circle(Circle.of(user).byOther().with(changed.otherId(), changed)));
        changes.write(changed.write(user.id()));
    }

    private void tellChannel(long other, boolean wasBlocked, boolean isBlocked) {
        if (wasBlocked != isBlocked) {
            user.context()
                    .storage()
                    .row(PrivateChannelPairs.TABLE, Math.min(user.id(), other), Math.max(user.id(), other))
                    .map(row -> row.get(PrivateChannelPairs.CHANNEL_ID))
                    .ifPresent(channel -> changes.step(
                            Keys.privateChannel(channel), BlockChanged.STEP, BlockChanged.body(user.id(), isBlocked)));
        }
    }
}
