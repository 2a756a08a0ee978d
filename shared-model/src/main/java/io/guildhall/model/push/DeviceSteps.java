package io.guildhall.model.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/** What the actor of a person is asked about the person's devices. */
public final class DeviceSteps {
    /** A {@link Registration}. */
    public static final String REGISTER = "registerDevice";

    /** Removes what {@link #byId} or {@link #byAddress} names; nothing when it is gone. */
    public static final String REMOVE = "removeDevice";

    private DeviceSteps() {}

    public static ObjectNode byId(long deviceId) {
        return Json.object().put("device_id", Snowflake.format(deviceId));
    }

    public static ObjectNode byAddress(DeviceProvider provider, String address) {
        return Json.object().put("provider", provider.id()).put("address", address);
    }

    /**
     * A device as it is registered.
     *
     * @param address a secret, never to be logged
     * @param p256dh in base64url; empty when content can't be encrypted
     * @param auth in base64url; empty when content can't be encrypted
     * @param loginId of the login that registers it, with which it goes
     * @param hideContent what is shown there says nothing of what was written, nor by whom
     */
    public record Registration(
            DeviceProvider provider, String address, String p256dh, String auth, long loginId, boolean hideContent) {
        public static Registration of(JsonNode body) {
            return new Registration(
                    DeviceProvider.of(body.path("provider").asText()),
                    body.path("address").asText(),
                    body.path("p256dh").asText(),
                    body.path("auth").asText(),
                    Snowflake.parse(body.path("login_id").asText()),
                    body.path("hide_content").asBoolean());
        }

        public ObjectNode json() {
            return Json.object()
                    .put("provider", provider.id())
                    .put("address", address)
                    .put("p256dh", p256dh)
                    .put("auth", auth)
                    .put("login_id", Snowflake.format(loginId))
                    .put("hide_content", hideContent);
        }

        @Override
        public String toString() {
            return "a device of " + provider;
        }
    }
}
