package io.guildhall.push.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.push.Devices;
import io.guildhall.push.FakeProvider;
import io.guildhall.push.Heard;
import io.guildhall.push.VirtualTime;
import io.guildhall.push.ledger.MemoryLedger;
import io.guildhall.push.notification.DeliveryKey;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.shedding.DefaultShedding;
import io.guildhall.push.shedding.DropReason;
import io.guildhall.push.shedding.Shed;
import io.guildhall.push.shedding.SheddingPolicy;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes, and whatever the provider answers. */
class PipelinePropertyTest {
    private static final int OFFERS = 600;

    @Property(tries = 25)
    void everythingHasOneEndWithinTheBounds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int room,
            @ForAll @IntRange(min = 1, max = 100) int places) {
        Random random = new Random(seed);
        VirtualTime time = new VirtualTime();
        FakeProvider provider = new FakeProvider(time, Duration.ofMillis(80), request -> answer(random));
        Heard heard = new Heard();
        PushPipeline pipeline = new PushPipeline(
                new PipelineSettings(room, 1, PusherSettings.standard().withInFlight(places)),
                ordered(),
                provider,
                notification ->
                        Uni.createFrom().item(random.nextInt(10) == 0 ? Optional.empty() : Optional.of(new byte[0])),
                new MemoryLedger(OFFERS),
                time,
                random,
                heard);
        Set<DeliveryKey> offered = new HashSet<>();
        CompletableFuture<?>[] settled = new CompletableFuture<?>[OFFERS];
        for (int offer = 0; offer < OFFERS; offer++) {
            Notification notification = any(random);
            offered.add(notification.key());
            settled[offer] = pipeline.offer(List.of(notification)).toCompletableFuture();
            assertThat(pipeline.waiting()).isLessThanOrEqualTo(room);
            time.pass(Duration.ofMillis(random.nextInt(10)));
        }
        time.finish();

        assertThat(settled).allMatch(CompletableFuture::isDone);
        assertThat(provider.mostInFlight).isLessThanOrEqualTo(places);
        assertThat(heard.sent.size() + heard.allDropped()).isEqualTo(OFFERS);
        assertThat(heard.sent).doesNotHaveDuplicates();
        assertThat(offered).containsAll(heard.sent);
        assertThat(pipeline.waiting()).isZero();
        assertThat(pipeline.inFlight()).isZero();
    }

    /** The default, held against everything that waits: whenever it drops for room alone, nothing less important may wait. */
    private static SheddingPolicy ordered() {
        SheddingPolicy policy = new DefaultShedding();
        return (waiting, now) -> {
            Shed shed = policy.next(waiting, now);
            if (shed instanceof Shed.One(Notification notification, DropReason reason)
                    && reason == DropReason.NO_ROOM) {
                assertThat(waiting.crowded()).isEmpty();
                assertThat(waiting.expired(now)).isEmpty();
                assertThat(waiting.leastImportant().priority()).isEqualTo(notification.priority());
            }
            return shed;
        };
    }

    private static Notification any(Random random) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return Devices.notification(
                Devices.device(random.nextInt(40)),
                kind,
                random.nextInt(200),
                random.nextInt(5),
                Duration.ofSeconds(1 + random.nextInt(60)));
    }

    private static PushAnswer answer(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> new PushAnswer.Gone();
            case 1 -> new PushAnswer.Refused("no");
            case 2, 3 -> new PushAnswer.Later(Optional.empty());
            case 4 -> new PushAnswer.Later(Optional.of(Duration.ofSeconds(random.nextInt(20))));
            case 5 -> new PushAnswer.Overloaded(Duration.ofSeconds(1));
            case 6 -> new PushAnswer.Unknown("cut off");
            default -> new PushAnswer.Taken();
        };
    }
}
