package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.push.DeviceSteps;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/** Removes a device, since its owner wants that or its provider knows it no more. */
@Singleton
public final class RemoveDevice implements UserStep {
    @Override
    public String step() {
        return DeviceSteps.REMOVE;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        Devices.remove(user, named(body), changes);
        return Reply.noContent();
    }

    private static Predicate<Device> named(JsonNode body) {
        if (body.has("device_id")) {
            long id = Snowflake.parse(body.path("device_id").asText());
            return device -> device.id() == id;
        }
        DeviceProvider provider = DeviceProvider.of(body.path("provider").asText());
        String address = body.path("address").asText();
        return device -> device.isAt(provider, address);
    }
}
