package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.push.DeviceSteps;
import io.guildhall.model.push.DeviceSteps.Registration;
import io.guildhall.model.table.catalogue.LoginSessions;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Adds a device. One that is known at this address stays as it is when nothing is new, and else gives way to the new one. */
@Singleton
public final class RegisterDevice implements UserStep {
    private final SnowflakeGenerator ids;
    private final Clock clock;

    public RegisterDevice(SnowflakeGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String step() {
        return DeviceSteps.REGISTER;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        Registration asked = Registration.of(body);
        requireLogin(user, asked.loginId());
        Devices devices = Devices.of(user);
        boolean known = devices.byId().values().stream()
                .anyMatch(device -> device.registration().equals(asked));
        if (known) {
            return Reply.noContent();
        }
        Devices.remove(user, device -> device.isAt(asked.provider(), asked.address()), changes);
        if (Devices.of(user).byId().size() >= Devices.MOST) {
            long oldest = Devices.of(user).byId().values().iterator().next().id();
            Devices.remove(user, device -> device.id() == oldest, changes);
        }
        Devices.add(user, new Device(ids.next(), asked, clock.millis()), changes);
        return Reply.noContent();
    }

    /** Api may take an ended login for a good one for some seconds, and the devices of that have gone already: one more would be told for ever. */
    private static void requireLogin(UserState user, long login) {
        if (user.context().storage().row(LoginSessions.TABLE, user.id(), login).isEmpty()) {
            throw ApiException.unauthorized();
        }
    }
}
