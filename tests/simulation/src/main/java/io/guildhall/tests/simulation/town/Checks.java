package io.guildhall.tests.simulation.town;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.tests.simulation.gateway.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What must be true of everything that the people's devices received. */
final class Checks {
    /** In which a session that can't be served is told so. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Town town;
    private final List<Device> devices;
    private final Map<Long, Set<String>> shown;
    private final List<String> violations = new ArrayList<>();

    /** A message that was acknowledged. */
    record Sent(String channel, long id, String content, long asked, long answered) {}

    /** @param shown the channels of the guild that each person sees at the end, as REST tells */
    Checks(Town town, List<Device> devices, Map<Long, Set<String>> shown) {
        this.town = town;
        this.devices = devices;
        this.shown = shown;
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
                chunks(device, session);
            }
        }
        order();
        for (Device device : devices) {
            Device.Session session = device.sessions().getLast();
            if (!session.lives()) {
                violations.add(name(device) + " has no session although nothing has troubled it for long");
                continue;
            }
            Knowledge knowledge = knowledge(device, session);
            if (!knowledge.shown().equals(shown.get(device.user()))) {
                violations.add(
                        name(device) + " knows of " + knowledge.shown() + " and sees " + shown.get(device.user()));
            }
            complete(device, session, knowledge::alwaysShown, acknowledged);
            complete(device, session, knowledge.shown()::contains, last);
            answered(device, session);
        }
        return violations;
    }

    /**
     * No channel of the guild has lost its last message.
     *
     * @param ends the last message of each as the guild names it, after all trouble and before anything more is said
     */
    List<String> forgotten(List<Sent> acknowledged, Map<String, Long> ends) {
        return acknowledged.stream()
                .filter(sent -> ends.getOrDefault(sent.channel(), Long.MAX_VALUE) < sent.id())
                .map(sent -> "the guild does not know of " + sent)
                .toList();
    }

    /**
     * Which sessions had to wait for a message for too long, and heard of nothing. A message that still waited when a session began, and came to
     * that device later, is waited for from then on.
     */
    List<String> silences(List<Sent> acknowledged) {
        List<String> silences = new ArrayList<>();
        for (Device device : devices) {
            Map<String, Long> first = new HashMap<>();
            device.sessions().forEach(session -> arrivals(session)
                    .forEach((content, at) -> first.merge(content, at, Math::min)));
            for (Device.Session session : device.sessions()) {
                Map<String, Long> arrivals = arrivals(session);
                for (Sent sent : acknowledged) {
                    boolean concerned = sent.channel().equals(Long.toString(town.open()))
                            || converses(device.user(), sent.channel());
                    boolean waits = sent.asked() > session.readyAt()
                            || first.getOrDefault(sent.content(), 0L) > session.readyAt();
                    boolean owed = waits && sent.answered() < session.overAt();
                    long since = Math.max(sent.answered(), session.readyAt());
                    long heard = Math.min(arrivals.getOrDefault(sent.content(), Long.MAX_VALUE), session.overAt());
                    if (concerned && owed && heard - since > LONGEST_SILENCE.toNanos()) {
                        silences.add(name(device) + " waited silently for " + sent + " in its session since "
                                + session.readyAt());
                    }
                }
            }
        }
        return silences;
    }

    private static Map<String, Long> arrivals(Device.Session session) {
        Map<String, Long> arrivals = new HashMap<>();
        for (int index = 0; index < session.events().size(); index++) {
            JsonNode event = session.events().get(index);
            if (event.path("t").asText().equals("MESSAGE_CREATE")) {
                arrivals.put(
                        event.path("d").path("content").asText(),
                        session.arrivals().get(index));
            }
        }
        return arrivals;
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
        knowledge(device, session);
        for (JsonNode message : messages(session)) {
            if (!message.has("guild_id")
                    && !converses(device.user(), message.path("channel_id").asText())) {
                violations.add(name(device) + " got what it may not see: " + message);
            }
        }
    }

    private Knowledge knowledge(Device device, Device.Session session) {
        return new Knowledge(session.events(), complaint -> violations.add(name(device) + ": " + complaint));
    }

    /** No part of an answer comes twice. */
    private void chunks(Device device, Device.Session session) {
        Set<String> seen = new HashSet<>();
        for (JsonNode chunk : data(session, "GUILD_MEMBERS_CHUNK")) {
            if (!seen.add(chunk.path("nonce").asText() + "/"
                    + chunk.path("chunk_index").asInt())) {
                violations.add(name(device) + " has a part of an answer twice: " + chunk);
            }
        }
    }

    /** What was asked after all trouble has its answer, with everybody. */
    private void answered(Device device, Device.Session session) {
        Set<String> users = new HashSet<>();
        for (JsonNode chunk : data(session, "GUILD_MEMBERS_CHUNK")) {
            if (chunk.path("nonce").asText().startsWith(Life.LAST)) {
                chunk.path("members")
                        .forEach(member ->
                                users.add(member.path("user").path("id").asText()));
            }
        }
        if (users.size() != town.people().size()) {
            violations.add(name(device) + " asked for all members and heard of " + users);
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

    /** From the first message of the guild on, the session has every one that was acknowledged and that it sees. */
    private void complete(Device device, Device.Session session, Predicate<String> sees, List<Sent> acknowledged) {
        long since = session.readyAt();
        Set<String> has = new HashSet<>();
        messages(session).forEach(message -> has.add(message.path("content").asText()));
        for (Sent sent : acknowledged) {
            boolean concerned = sees.test(sent.channel()) || converses(device.user(), sent.channel());
            if (sent.asked() > since && concerned && !has.contains(sent.content())) {
                violations.add(name(device) + " misses " + sent + " in its session since " + since);
            }
        }
    }

    /** Whether this is a private channel of the person. */
    private boolean converses(long user, String channel) {
        int conversation = town.privateChannels().indexOf(Long.parseLong(channel));
        return conversation >= 0
                && (user == town.people().getFirst() || user == town.people().get(conversation + 1));
    }

    private static List<JsonNode> messages(Device.Session session) {
        return data(session, "MESSAGE_CREATE");
    }

    private static List<JsonNode> data(Device.Session session, String name) {
        return session.events().stream()
                .filter(event -> event.path("t").asText().equals(name))
                .map(event -> event.path("d"))
                .toList();
    }

    private String name(Device device) {
        return "person " + town.people().indexOf(device.user());
    }
}
