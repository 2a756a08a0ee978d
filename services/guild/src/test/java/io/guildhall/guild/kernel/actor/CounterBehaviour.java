package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.table.catalogue.Usernames;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** A guild that counts: each step adds one, writes the count and tells it. */
final class CounterBehaviour implements Behaviour<CounterBehaviour.Counter> {
    static final class Counter implements Reversible<Long> {
        private final ActorContext context;
        private long count;

        Counter(ActorContext context, long count) {
            this.context = context;
            this.count = count;
        }

        @Override
        public Long snapshot() {
            return count;
        }

        @Override
        public void restore(Long snapshot) {
            count = snapshot;
        }
    }

    /** Opened: the step "wait" goes on. */
    final CountDownLatch gate = new CountDownLatch(1);

    /** Epochs in which the state was loaded. */
    final List<Long> loads = new CopyOnWriteArrayList<>();

    /** What the step "stored" has read. */
    final List<Long> reads = new CopyOnWriteArrayList<>();

    volatile boolean failsWhenReleased;

    @Override
    public ActorKind kind() {
        return ActorKind.GUILD;
    }

    @Override
    public void requireExists(ActorKey key, Command first, StorageFacade storage) {
        if (first.getInternal().getStep().equals("unknown")) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD);
        }
    }

    @Override
    public Counter load(ActorContext context) {
        loads.add(context.epoch());
        return new Counter(context, stored(context));
    }

    @Override
    public List<ReadRequest> foreseen(ActorKey key, Command command) {
        return command.getInternal().getStep().startsWith("stored")
                ? List.of(Read.row(Guilds.TABLE, key.getId()))
                : List.of();
    }

    /** As if what is stored named somebody. */
    @Override
    public List<ReadRequest> following(Command command, ReadRequest read, List<RowView> rows) {
        return command.getInternal().getStep().equals("stored, and what it names")
                ? List.of(Read.row(Usernames.TABLE, "ann"))
                : List.of();
    }

    @Override
    public Reply handle(Counter counter, Command command, Changes changes) {
        return switch (command.getPayloadCase()) {
            case ATTACH -> {
                changes.audience(audience -> audience.join(command.getAttach().getSessionsList().stream()
                        .map(session ->
                                JoiningSession.newBuilder().setSession(session).build())
                        .toList()));
                yield Reply.noContent();
            }
            case DETACH -> {
                changes.audience(audience -> audience.leave(command.getDetach().getSessionsList()));
                yield Reply.noContent();
            }
            case REST -> step(counter, command.getRest().getOperation(), changes);
            default -> step(counter, command.getInternal().getStep(), changes);
        };
    }

    private Reply step(Counter counter, String step, Changes changes) {
        return switch (step) {
            case "add" -> add(counter, changes);
            case "get" -> Reply.json(Json.object().put("count", counter.count));
            case "stored" -> {
                long stored = stored(counter.context);
                reads.add(stored);
                yield Reply.json(Json.object().put("count", stored));
            }
            case "stored, and what it names" -> {
                long stored = stored(counter.context);
                boolean named =
                        counter.context.storage().row(Usernames.TABLE, "ann").isPresent();
                yield Reply.json(Json.object().put("count", named ? stored : -1));
            }
            case "add too many" -> {
                IntStream.range(0, Write.MOST_MUTATIONS).forEach(again -> add(counter, changes));
                yield Reply.noContent();
            }
            case "add too much" -> {
                add(counter, changes);
                changes.write(Write.to(Guilds.TABLE, counter.context.key().getId())
                        .set(Guilds.NAME, "a".repeat(Write.MOST_BYTES))
                        .build());
                yield Reply.noContent();
            }
            case "tell too much" -> {
                add(counter, changes);
                changes.event(Event.newBuilder()
                        .setName("LARGE")
                        .setPayload(ByteString.copyFrom(new byte[CommandBounds.MOST_EVENT_BYTES]))
                        .build());
                yield Reply.noContent();
            }
            case "answer too much" -> {
                add(counter, changes);
                yield Reply.ready(ByteString.copyFrom(new byte[CommandBounds.MOST_ANSWER_BYTES + 1]));
            }
            case "answer too much later" ->
                Reply.later(() -> Reply.ready(ByteString.copyFrom(new byte[CommandBounds.MOST_ANSWER_BYTES + 1])));
            case "refuse" -> throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
            case "wait" -> {
                try {
                    gate.await();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
                yield Reply.noContent();
            }
            case "add and refuse" -> {
                add(counter, changes);
                throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
            }
            case "add and break" -> {
                add(counter, changes);
                throw new IllegalStateException("broken on purpose");
            }
            case "claim" -> Reply.json(Json.object().put("count", taken(counter) ? 1 : 0));
            case "claim and be refused when it is taken" -> {
                changes.claim(() -> claim(counter));
                yield Reply.noContent();
            }
            case "claim and refuse" -> {
                changes.claim(() -> claim(counter));
                throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
            }
            case "error" -> throw new StackOverflowError("on purpose");
            case "error later" ->
                Reply.later(() -> {
                    throw new StackOverflowError("on purpose");
                });
            case "error after" -> {
                changes.afterCommit(() -> {
                    throw new StackOverflowError("on purpose");
                });
                yield add(counter, changes);
            }
            default -> throw new IllegalStateException("broken on purpose");
        };
    }

    @Override
    public void released(Counter counter) {
        if (failsWhenReleased) {
            throw new StackOverflowError("on purpose");
        }
    }

    private static void claim(Counter counter) {
        if (!taken(counter)) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
    }

    private static boolean taken(Counter counter) {
        return counter.context
                .storage()
                .writeIfAbsent(Write.to(Usernames.TABLE, "ann")
                        .set(Usernames.USER_ID, 1L)
                        .ifAbsent()
                        .build());
    }

    private static Reply add(Counter counter, Changes changes) {
        counter.count++;
        changes.write(Write.to(Guilds.TABLE, counter.context.key().getId())
                .set(Guilds.MEMBER_COUNT, counter.count)
                .build());
        changes.event(Event.newBuilder().setName("COUNT_" + counter.count).build());
        return Reply.json(Json.object().put("count", counter.count));
    }

    private static long stored(ActorContext context) {
        return context.storage()
                .row(Guilds.TABLE, context.key().getId())
                .map(row -> row.get(Guilds.MEMBER_COUNT, 0L))
                .orElse(0L);
    }
}
