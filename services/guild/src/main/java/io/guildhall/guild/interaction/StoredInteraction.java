package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.MessageReads;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Interactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An interaction as it was stored when it was made, and as its answers changed it. */
record StoredInteraction(RowView row) {
    /** How long an application may take to say anything. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What became of it. */
    static final long WAITING = 0;

    static final long ANSWERED = 1;

    /** Answered by saying that the answer comes later. */
    static final long DEFERRED = 2;

    /** The person was told that there is no answer. */
    static final long FAILED = 3;

    static Optional<StoredInteraction> find(Place place, long id) {
        return place.storage()
                .row(Interactions.TABLE, place.channelId(), id)
                .filter(row -> row.has(Interactions.APPLICATION_ID))
                .map(StoredInteraction::new);
    }

    /** The interaction that a call's path names. */
    static List<ReadRequest> named(RestCall call) {
        OptionalLong channel = MessageReads.id(call.getPathOrDefault("channel_id", ""));
        OptionalLong interaction = MessageReads.id(call.getPathOrDefault("interaction_id", ""));
        return channel.isPresent() && interaction.isPresent()
                ? List.of(read(channel.getAsLong(), interaction.getAsLong()))
                : List.of();
    }

    static ReadRequest read(long channelId, long id) {
        return Read.row(Interactions.TABLE, channelId, id);
    }

    long id() {
        return row.get(Interactions.INTERACTION_ID);
    }

    long applicationId() {
        return row.get(Interactions.APPLICATION_ID);
    }

    long userId() {
        return row.get(Interactions.USER_ID);
    }

    int type() {
        return row.get(Interactions.TYPE).intValue();
    }

    long status() {
        return row.get(Interactions.STATUS, WAITING);
    }

    /** As the person gave it: text or a number; null for none. */
    JsonNode nonce() {
        return row.has(Interactions.NONCE) ? Json.parse(row.get(Interactions.NONCE)) : null;
    }

    /** The message whose component was used, or whose component opened the modal; 0 for none. */
    long sourceId() {
        return row.get(Interactions.SOURCE_ID, 0L);
    }

    /** The message that the answer is seen in; 0 for none. */
    long originalId() {
        return row.get(Interactions.ORIGINAL_ID, 0L);
    }

    /** As messages show it that answer it. */
    ObjectNode metadata() {
        return (ObjectNode) Json.parse(row.get(Interactions.METADATA, "{}"));
    }

    /** The form that the application answered with. */
    Optional<JsonNode> modal() {
        return row.find(Interactions.MODAL).map(Json::parse);
    }

    boolean isLate(long now) {
        return now - Snowflake.timestamp(id()) > PATIENCE.toMillis();
    }

    Write write() {
        return Write.to(Interactions.TABLE, row.get(Interactions.CHANNEL_ID), id());
    }
}
