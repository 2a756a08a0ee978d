package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A device as its owner registers it. */
public record DeviceBody(Given<String> provider, Given<String> token, Given<Keys> keys, Given<Boolean> hideContent) {
    /** What a browser makes when it subscribes. */
    public record Keys(Given<String> p256dh, Given<String> auth) {
        static Keys of(JsonNode keys) {
            Fields fields = new Fields(keys);
            return new Keys(fields.text("p256dh"), fields.text("auth"));
        }
    }

    public static DeviceBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new DeviceBody(
                fields.text("provider"),
                fields.text("token"),
                fields.object("keys", Keys::of),
                fields.flag("hide_content"));
    }
}
