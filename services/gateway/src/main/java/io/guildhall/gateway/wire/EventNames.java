package io.guildhall.gateway.wire;

import io.guildhall.model.gateway.DispatchEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The first bytes of a dispatch for each event name, made once. */
final class EventNames {
    private static final Map<String, byte[]> KNOWN = Arrays.stream(DispatchEvent.values())
            .map(DispatchEvent::name)
            .collect(Collectors.toUnmodifiableMap(name -> name, EventNames::encode));

    private EventNames() {}

    static byte[] beforeSequence(String name) {
        byte[] known = KNOWN.get(name);
        return known == null ? encode(name) : known;
    }

    private static byte[] encode(String name) {
        return ("{\"t\":\"" + name + "\",\"s\":").getBytes(StandardCharsets.UTF_8);
    }
}
