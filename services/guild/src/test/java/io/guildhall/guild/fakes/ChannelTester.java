package io.guildhall.guild.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ChannelOperation;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.ChangesView;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs handlers as an actor does: the handler, the write, the events, and last the answer. */
public final class ChannelTester {
    private final InMemoryStorage storage;
    private final Map<String, ChannelOperation> handlers;
    private final List<Event> events = new ArrayList<>();
    private final List<Command> tells = new ArrayList<>();
    private final List<Command> hints = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Errand> errands = new ArrayList<>();

    public ChannelTester(InMemoryStorage storage, ChannelOperation... handlers) {
        this.storage = storage;
        this.handlers = Stream.of(handlers)
                .collect(Collectors.toMap(handler -> handler.operation().name(), Function.identity()));
    }

    public JsonNode run(Place place, Calls calls) {
        Call call = calls.call();
        for (Permission needed : Permission.values()) {
            if (needed.in(call.operation().permissions())) {
                place.require(call.callerId(), needed);
            }
        }
        return commit(changes -> handlers.get(call.operation().name()).handle(place, call, changes));
    }

    public JsonNode commit(Function<Changes, Reply> handler) {
        Changes changes = new Changes();
        Reply reply = handler.apply(changes);
        ChangesView view = new ChangesView(changes);
        storage.write(view.mutations());
        events.addAll(view.events());
        tells.addAll(view.tells());
        hints.addAll(view.hints());
        facts.addAll(view.facts());
        errands.addAll(view.errands());
        return body(reply);
    }

    private static JsonNode body(Reply reply) {
        return switch (reply) {
            case Reply.Ready ready -> Json.parse(ready.body());
            case Reply.Pullable tickets -> throw new AssertionError("not an answer with a body: " + tickets);
            case Reply.Later later -> body(later(later));
        };
    }

    private static Reply later(Reply.Later later) {
        try {
            return later.work().call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public List<Event> events() {
        return events;
    }

    public List<Command> tells() {
        return tells;
    }

    /** What was told to others and not kept. */
    public List<Command> hints() {
        return hints;
    }

    /** What those who read the log were told since the last time. */
    public List<Fact> takeFacts() {
        List<Fact> taken = List.copyOf(facts);
        facts.clear();
        return taken;
    }

    /** What callers were asked for with their answers. */
    public List<Errand> errands() {
        return errands;
    }

    public List<String> eventNames() {
        return events.stream().map(Event::getName).toList();
    }

    public Event lastEvent() {
        return events.getLast();
    }

    public JsonNode lastPayload() {
        return Json.parse(lastEvent().getPayload());
    }
}
