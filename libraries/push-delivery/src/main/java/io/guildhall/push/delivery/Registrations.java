package io.guildhall.push.delivery;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.PushDevices;
import io.guildhall.push.apns.ApnsProvider;
import io.guildhall.push.fcm.FcmProvider;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.webpush.Subscription;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** On which devices a person is told. */
record Registrations(StorageAccess storage, Duration timeToLive) {
    Uni<List<Notification>> notifications(PushFact fact) {
        Instant expires = Instant.ofEpochMilli(fact.at()).plus(timeToLive);
        return storage.rows(Read.from(PushDevices.TABLE, fact.userId()).build()).map(rows -> rows.stream()
                .map(row -> new Notification(
                        device(row),
                        Kind.valueOf(fact.reason().name()),
                        fact.subjectId(),
                        fact.channelId(),
                        fact.guildId(),
                        expires,
                        0))
                .toList());
    }

    private static Device device(RowView row) {
        String address = row.get(PushDevices.ADDRESS);
        return new Device(
                row.get(PushDevices.DEVICE_ID),
                row.get(PushDevices.USER_ID),
                connection(DeviceProvider.of(row.get(PushDevices.PROVIDER)), address),
                Subscription.address(address, row.get(PushDevices.P256DH, ""), row.get(PushDevices.AUTH, "")));
    }

    private static String connection(DeviceProvider provider, String address) {
        return switch (provider) {
            case WEB_PUSH, UNIFIED_PUSH -> Subscription.connection(address);
            case FCM -> FcmProvider.CONNECTION;
            case APNS -> ApnsProvider.CONNECTION;
        };
    }
}
