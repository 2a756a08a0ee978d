package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.push.DeviceProvider;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The devices of people that are told of what happens. To register and to unregister is as Discord's clients do it, with other providers; the rest is
 * this project's own.
 */
public final class PushOperations {
    private static final int LONGEST_ADDRESS = 2_048;

    private static final Shape KEYS =
            object().required("p256dh", base64(80, 120)).required("auth", base64(20, 40));

    /** A device and the address at which it is reached, which Discord calls its token. */
    private static final ObjectShape DEVICE =
            object().required("provider", choice(DeviceProvider.ids())).required("token", text(1, LONGEST_ADDRESS));

    public static final Operation REGISTER_DEVICE = post("registerDevice", "/users/@me/devices")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .body(DEVICE.optional("keys", KEYS).optional("hide_content", bool()))
            .build();

    public static final Operation LIST_DEVICES = get("listDevices", "/users/@me/devices")
            .in(Scope.API)
            .by(Access.PERSON)
            .build();

    public static final Operation UNREGISTER_DEVICE = delete("unregisterDevice", "/users/@me/devices")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .body(DEVICE)
            .build();

    /** The same for a device of the list, which names no tokens. */
    public static final Operation REMOVE_DEVICE = delete("removeDevice", "/users/@me/devices/{device_id}")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .build();

    /** What browsers need to subscribe. */
    public static final Operation GET_PUSH_KEY =
            get("getPushKey", "/push/key").in(Scope.API).by(Access.PERSON).build();

    private PushOperations() {}

    static List<Operation> all() {
        return List.of(REGISTER_DEVICE, LIST_DEVICES, UNREGISTER_DEVICE, REMOVE_DEVICE, GET_PUSH_KEY);
    }

    private static Shape base64(int min, int max) {
        return text(min, max)
                .matching(Pattern.compile("[A-Za-z0-9+/_-]+={0,2}"), "BASE_TYPE_BAD_BASE64", "Not well formed base64.");
    }
}
