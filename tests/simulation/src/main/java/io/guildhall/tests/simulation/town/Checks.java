package io.guildhall.tests.simulation.town;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.tests.simulation.gateway.Device;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must be true of everything that the people's devices received. */
final class Checks {
    private final Town town;
    private final List<Device> devices;
    private final List<String> violations = new ArrayList<>();

    /** A message that was acknowledged. */
    record Sent(String channel, String content, long asked, long answered) {}

    Checks(Town town, List<Device> devices) {
        this.town = town;
        this.devices = devices;
    }

    /**
     * What was broken.
     *
     * @param last messages that were sent after all trouble: whoever lives has them
     */
    List<String> violations(List<Sent> acknowledged, List<Sent> last) {
        for (Device device : devices) {
            for (Device.Session session : device.sessions()) {
                once(device, session);
                allowed(device, session);
            }
        }
        order();
        for (Device device : devices) {
            Device.Session session = device.sessions().getLast();
            if (!session.lives()) {
                violations.add(name(device) + " has no session although nothing has troubled it for long");
                continue;
            }
            complete(device, session, acknowledged);
            complete(device, session, last);
        }
        return violations;
    }

    private void once(Device device, Device.Session session) {
        Set<String> seen = new HashSet<>();
        for (JsonNode message : messages(session)) {
            if (!seen.add(message.path("id").asText())) {
                violations.add(name(device) + " has a message twice: " + message);
            }
        }
    }

    private void allowed(Device device, Device.Session session) {
        for (JsonNode message : messages(session)) {
            if (!sees(device.user(), message.path("channel_id").asText())) {
                violations.add(name(device) + " got what it may not see: " + message);
            }
        }
    }

    /** Every session has the messages of a channel in the same order. */
    private void order() {
        Map<String, List<List<String>>> byChannel = new HashMap<>();
        for (Device device : devices) {
            for (Device.Session session : device.sessions()) {
                Map<String, List<String>> own = new HashMap<>();
                messages(session).forEach(message -> own.computeIfAbsent(
                                message.path("channel_id").asText(), channel -> new ArrayList<>())
                        .add(message.path("id").asText()));
                own.forEach((channel, ids) -> byChannel
                        .computeIfAbsent(channel, missing -> new ArrayList<>())
                        .add(ids));
            }
        }
        byChannel.forEach((channel, lists) -> {
            for (int one = 0; one < lists.size(); one++) {
                for (int other = one + 1; other < lists.size(); other++) {
                    agree(channel, lists.get(one), lists.get(other));
                }
            }
        });
    }

    private void agree(String channel, List<String> one, List<String> other) {
        List<String> first = new ArrayList<>(one);
        first.retainAll(other);
        List<String> second = new ArrayList<>(other);
        second.retainAll(one);
        if (!first.equals(second)) {
            violations.add("channel " + channel + " in two orders: " + first + " and " + second);
        }
    }

    /** From the first message of the guild on, the session has every one that was acknowledged and that it may see. */
    private void complete(Device device, Device.Session session, List<Sent> acknowledged) {
        long since = session.readyAt();
        Set<String> has = new HashSet<>();
        messages(session).forEach(message -> has.add(message.path("content").asText()));
        for (Sent sent : acknowledged) {
            if (sent.asked() > since && sees(device.user(), sent.channel()) && !has.contains(sent.content())) {
                violations.add(name(device) + " misses " + sent + " in its session since " + since);
            }
        }
    }

    private boolean sees(long user, String channel) {
        long number = Long.parseLong(channel);
        if (number == town.open()) {
            return true;
        }
        if (number == town.closed()) {
            return town.initiated().contains(user);
        }
        int conversation = town.privateChannels().indexOf(number);
        return conversation >= 0
                && (user == town.people().getFirst() || user == town.people().get(conversation + 1));
    }

    private static List<JsonNode> messages(Device.Session session) {
        return session.events().stream()
                .filter(event -> event.path("t").asText().equals("MESSAGE_CREATE"))
                .map(event -> event.path("d"))
                .toList();
    }

    private String name(Device device) {
        return "person " + town.people().indexOf(device.user());
    }
}
