package io.guildhall.guild.push;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.LongMapBuilder;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.fact.DeviceFact;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.PushDevices;
import io.guildhall.model.table.catalogue.PushOwners;
import java.util.List;
import java.util.function.Predicate;

/** Where a person is told of what happens: a part of the person's state that is loaded when it is first needed. It never changes. */
record Devices(LongMap<Device> byId) {
    /** Browsers that were thrown away stay until somebody fails to reach them; beyond this the oldest goes. */
    static final int MOST = 20;

    static Devices of(UserState user) {
        return user.part(Devices.class, Devices::load);
    }

    private static Devices load(UserState user) {
        LongMapBuilder<Device> found = new LongMapBuilder<>();
        user.context()
                .storage()
                .all(PushDevices.TABLE, user.id())
                .forEach(row -> found.add(row.get(PushDevices.DEVICE_ID), Device.of(row)));
        return new Devices(found.build());
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    static void add(UserState user, Device device, Changes changes) {
        Devices before = of(user);
        user.putPart(new Devices(before.byId().with(device.id(), device)));
        changes.write(device.write(user.id()));
        if (before.isEmpty()) {
            changes.write(Write.to(PushOwners.TABLE, PushOwners.shard(user.id()), user.id())
                    .set(PushOwners.SINCE, device.createdAt())
                    .build());
            changes.fact(DeviceFact.TOPIC, () -> new DeviceFact(user.id(), true).fact());
        }
    }

    static void remove(UserState user, Predicate<Device> which, Changes changes) {
        Devices before = of(user);
        List<Device> going = before.byId().values().stream().filter(which).toList();
        if (going.isEmpty()) {
            return;
        }
        LongMap<Device> left = before.byId();
        for (Device device : going) {
            left = left.without(device.id());
            changes.write(Write.delete(PushDevices.TABLE, user.id(), device.id()));
        }
        user.putPart(new Devices(left));
        if (left.isEmpty()) {
            changes.write(Write.delete(PushOwners.TABLE, PushOwners.shard(user.id()), user.id()));
            changes.fact(DeviceFact.TOPIC, () -> new DeviceFact(user.id(), false).fact());
        }
    }
}
