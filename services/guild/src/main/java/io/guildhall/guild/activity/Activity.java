package io.guildhall.guild.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ActivityInstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An application's activity in a channel, of which there is one at a time: whoever comes while it runs takes part in it. It ends when the
 * last one leaves, or a day after the last one came.
 */
public record Activity(RowView row) {
    /** Who comes after so many takes part, but is not listed. */
    private static final int LISTED = 1_000;

    public static Optional<Activity> find(Place place, long applicationId) {
        return place.storage()
                .row(ActivityInstances.TABLE, place.channelId(), applicationId)
                .map(Activity::new);
    }

    /** Somebody comes: to the one that runs, else it begins now. */
    public static Activity join(Place place, long applicationId, long launchId, long userId, Changes changes) {
        Activity activity = find(place, applicationId).orElseGet(() -> begin(place, applicationId, launchId));
        List<Long> users = new ArrayList<>(activity.users());
        if (!users.contains(userId) && users.size() < LISTED) {
            users.add(userId);
        }
        Activity joined = activity.with(users);
        joined.writeTo(changes);
        return joined;
    }

    private static Activity begin(Place place, long applicationId, long launchId) {
        RowView row = Rows.create(ActivityInstances.TABLE, place.channelId(), applicationId);
        row = Rows.with(row, ActivityInstances.LAUNCH_ID, launchId);
        return new Activity(
                place.guildId().isPresent()
                        ? Rows.with(
                                row, ActivityInstances.GUILD_ID, place.guildId().getAsLong())
                        : row);
    }

    /** Somebody leaves; nothing happens to whoever does not take part. */
    void leave(long userId, Changes changes) {
        List<Long> users = new ArrayList<>(users());
        if (!users.remove(userId)) {
            return;
        }
        if (users.isEmpty()) {
            changes.write(Write.delete(ActivityInstances.TABLE, channelId(), applicationId()));
        } else {
            with(users).writeTo(changes);
        }
    }

    private Activity with(List<Long> users) {
        return new Activity(Rows.with(row, ActivityInstances.USERS, users));
    }

    /** All cells, so that all of them live on. */
    private void writeTo(Changes changes) {
        changes.write(Rows.write(row));
    }

    private List<Long> users() {
        return row.get(ActivityInstances.USERS, List.of());
    }

    private long channelId() {
        return row.get(ActivityInstances.CHANNEL_ID);
    }

    private long applicationId() {
        return row.get(ActivityInstances.APPLICATION_ID);
    }

    /** In the form of Discord's, which says where it is. */
    public String id() {
        return "i-" + Snowflake.format(row.get(ActivityInstances.LAUNCH_ID)) + '-' + location();
    }

    private String location() {
        String channel = Snowflake.format(channelId());
        return row.find(ActivityInstances.GUILD_ID)
                .map(guild -> "gc-" + Snowflake.format(guild) + '-' + channel)
                .orElse("pc-" + channel);
    }

    ObjectNode json() {
        Optional<Long> guild = row.find(ActivityInstances.GUILD_ID);
        ObjectNode place = Json.object()
                .put("id", location())
                .put("kind", guild.isPresent() ? "gc" : "pc")
                .put("channel_id", Snowflake.format(channelId()));
        guild.ifPresent(id -> place.put("guild_id", Snowflake.format(id)));
        ArrayNode users = Json.array();
        users().forEach(user -> users.add(Snowflake.format(user)));
        ObjectNode json = Json.object()
                .put("application_id", Snowflake.format(applicationId()))
                .put("instance_id", id())
                .put("launch_id", Snowflake.format(row.get(ActivityInstances.LAUNCH_ID)));
        json.set("location", place);
        json.set("users", users);
        return json;
    }
}
