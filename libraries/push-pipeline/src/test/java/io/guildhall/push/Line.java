package io.guildhall.push;

import io.guildhall.push.ledger.MemoryLedger;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.pipeline.PipelineSettings;
import io.guildhall.push.pipeline.PushPipeline;
import io.guildhall.push.provider.Composer;
import io.guildhall.push.provider.PushProvider;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.shedding.DefaultShedding;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/** A pipeline on virtual time. */
public final class Line {
    public static final Composer ALWAYS = notification -> Uni.createFrom()
            .item(Optional.of(Long.toString(notification.subjectId()).getBytes(StandardCharsets.UTF_8)));

    public final Heard heard = new Heard();
    public final PushPipeline pipeline;

    public Line(VirtualTime time, PushProvider provider, int mostWaiting) {
        this(time, provider, ALWAYS, new MemoryLedger(1_000_000), mostWaiting);
    }

    public Line(VirtualTime time, PushProvider provider, Composer composer, SentLedger ledger, int mostWaiting) {
        this(time, provider, composer, ledger, new PipelineSettings(mostWaiting, 4, PusherSettings.standard()));
    }

    public Line(
            VirtualTime time, PushProvider provider, Composer composer, SentLedger ledger, PipelineSettings settings) {
        pipeline = new PushPipeline(
                settings, new DefaultShedding(), provider, composer, ledger, time, new Random(7), heard);
    }

    public CompletionStage<?> offer(Notification... notifications) {
        return pipeline.offer(List.of(notifications));
    }
}
