package io.guildhall.push;

import io.guildhall.push.notification.DeliveryKey;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.PushAnswer;
import io.guildhall.push.provider.PushProvider;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A provider that answers after some time, what a test says. It fails the test when it gets something twice. */
public final class FakeProvider implements PushProvider {
    private final VirtualTime time;
    private final Duration latency;
    private final Function<Notification, PushAnswer> answers;
    private final Set<DeliveryKey> taken = new HashSet<>();
    public final List<Notification> requests = new ArrayList<>();
    public final List<Long> requestMillis = new ArrayList<>();
    public int inFlight;
    public int mostInFlight;

    public FakeProvider(VirtualTime time, Duration latency, Function<Notification, PushAnswer> answers) {
        this.time = time;
        this.latency = latency;
        this.answers = answers;
    }

    public static FakeProvider taking(VirtualTime time, Duration latency) {
        return new FakeProvider(time, latency, notification -> new PushAnswer.Taken());
    }

    @Override
    public Uni<PushAnswer> send(Notification notification, byte[] content) {
        requests.add(notification);
        requestMillis.add(time.now().toEpochMilli() - VirtualTime.START.toEpochMilli());
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
        return Uni.createFrom()
                .emitter(answer -> time.after(latency, () -> {
                    inFlight--;
                    PushAnswer said = answers.apply(notification);
                    boolean mayHaveIt = said instanceof PushAnswer.Taken || said instanceof PushAnswer.Unknown;
                    if (mayHaveIt && !taken.add(notification.key())) {
                        throw new AssertionError(notification.key() + " came twice");
                    }
                    answer.complete(said);
                }));
    }
}
