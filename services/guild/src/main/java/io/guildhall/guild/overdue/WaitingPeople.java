package io.guildhall.guild.overdue;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.log.Overdue;
import io.guildhall.guild.kernel.log.OverdueNotice;
import io.guildhall.guild.lobby.LobbyAwaits;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.OwnerFrame;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Ends the sessions of people to whom something that was acknowledged can't be brought, such as a private message: their own actor is not found,
 * because discovery is away, or takes nothing, because its store is. Their clients identify anew, and what waits comes to whoever is there then.
 * The relays that serve them are told directly, by streams that are open, so this needs neither. A session that ends has been told in time
 * whatever happens meanwhile, so nobody has to agree on who owns the actor.
 *
 * <p>Of an event, the sessions that it is for; of any other step the sessions that take what is private, unless it tells nobody anything.
 * Guilds are never ended: what a guild waits for from others nobody waits for.
 */
public final class WaitingPeople implements Overdue {
    private static final String INVALIDATE = "$INVALIDATE";
    private static final ByteString PAYLOAD = ByteString.copyFromUtf8("{\"resumable\":false}");
    /** They only count, or ask: no session is told of them. */
    private static final Set<String> UNHEARD = Set.of(MentionNotices.MENTIONED, LobbyAwaits.STEP);

    private final Function<OwnerFrame, BooleanSupplier> relays;

    /** @param relays makes what tells each relay once; false as long as one of them can't be told. Must not block */
    public WaitingPeople(Function<OwnerFrame, BooleanSupplier> relays) {
        this.relays = relays;
    }

    @Override
    public OverdueNotice of(List<Command> messages) {
        ActorKey actor = messages.getFirst().getActor();
        if (actor.getKind() != ActorKind.USER) {
            return () -> true;
        }
        List<BooleanSupplier> endings = messages.stream()
                .map(WaitingPeople::ending)
                .flatMap(Optional::stream)
                .distinct()
                .map(ending -> relays.apply(OwnerFrame.newBuilder()
                        .setActor(actor)
                        .setUnserved(ending)
                        .build()))
                .toList();
        return () -> {
            boolean all = true;
            for (BooleanSupplier ending : endings) {
                all &= ending.getAsBoolean();
            }
            return all;
        };
    }

    private static Optional<Event> ending(Command message) {
        Event.Builder ending = Event.newBuilder().setName(INVALIDATE).setPayload(PAYLOAD);
        if (message.hasPublish()) {
            Event event = message.getPublish().getEvent();
            return Optional.of(ending.setIntents(event.getIntents())
                    .setDirect(event.getDirect())
                    .addAllOnlyUsers(event.getOnlyUsersList())
                    .addAllAnyIntentUsers(event.getAnyIntentUsersList())
                    .build());
        }
        boolean unheard =
                message.hasInternal() && UNHEARD.contains(message.getInternal().getStep());
        return unheard ? Optional.empty() : Optional.of(ending.setDirect(true).build());
    }
}
