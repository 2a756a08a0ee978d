package io.guildhall.guild.push;

import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.push.DeviceSteps.Registration;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PushDevices;

/**
 * Where a person is told.
 *
 * @param id of the registration
 * @param createdAt in ms since 1970
 */
record Device(long id, Registration registration, long createdAt) {
    static Device of(RowView row) {
        return new Device(
                row.get(PushDevices.DEVICE_ID),
                new Registration(
                        DeviceProvider.of(row.get(PushDevices.PROVIDER, "")),
                        row.get(PushDevices.ADDRESS),
                        row.get(PushDevices.P256DH, ""),
                        row.get(PushDevices.AUTH, ""),
                        row.get(PushDevices.LOGIN_ID, 0L),
                        row.get(PushDevices.HIDE_CONTENT, false)),
                row.get(PushDevices.CREATED_AT, 0L));
    }

    boolean isAt(DeviceProvider provider, String address) {
        return registration.provider() == provider && registration.address().equals(address);
    }

    Mutation write(long userId) {
        return Write.to(PushDevices.TABLE, userId, id)
                .set(PushDevices.PROVIDER, registration.provider().id())
                .set(PushDevices.ADDRESS, registration.address())
                .set(PushDevices.P256DH, registration.p256dh())
                .set(PushDevices.AUTH, registration.auth())
                .set(PushDevices.LOGIN_ID, registration.loginId())
                .set(PushDevices.HIDE_CONTENT, registration.hideContent())
                .set(PushDevices.CREATED_AT, createdAt)
                .build();
    }
}
