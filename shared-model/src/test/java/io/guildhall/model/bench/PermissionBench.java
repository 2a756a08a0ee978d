package io.guildhall.model.bench;

import io.guildhall.model.permission.ChannelRules;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.permission.PermissionEvaluator;
import io.guildhall.model.permission.RoleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How long a permission check takes in a guild of 100 roles and a channel of 12 overwrites, for members of 5 roles. Run it
 * after {@code mvn -pl shared-model test-compile} with the class path that {@code mvn dependency:build-classpath} prints.
 */
public final class PermissionBench {
    private static final long GUILD = 1;
    private static final int MEMBERS = 4_096;
    private static final int ROUNDS = 12;
    private static final int CHECKS_PER_ROUND = 4_000_000;

    private PermissionBench() {}

    public static void main(String[] arguments) {
        SplittableRandom random = new SplittableRandom(42);
        RoleTable table = roles(random);
        Overwrites overwrites = overwrites(random);
        long[][] members = new long[MEMBERS][];
        for (int member = 0; member < MEMBERS; member++) {
            members[member] = random.longs(5, 2, 102).distinct().toArray();
        }
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (int check = 0; check < CHECKS_PER_ROUND; check++) {
                sum += PermissionEvaluator.inChannel(
                        false, false, table, check, members[check % MEMBERS], overwrites, ChannelRules.TEXT);
            }
            best = Math.min(best, System.nanoTime() - begin);
        }
        double nanos = (double) best / CHECKS_PER_ROUND;
        System.out.printf("checksum %d%n", sum);
        System.out.printf("permissions checks_per_second=%.0f ns_per_check=%.1f%n", 1e9 / nanos, nanos);
    }

    private static RoleTable roles(SplittableRandom random) {
        Map<Long, Long> permissions = new HashMap<>();
        for (long role = GUILD; role <= 101; role++) {
            permissions.put(role, random.nextLong() & Permission.ALL & ~Permission.ADMINISTRATOR.mask());
        }
        return RoleTable.of(GUILD, permissions);
    }

    private static Overwrites overwrites(SplittableRandom random) {
        List<Overwrites.Entry> entries = new ArrayList<>();
        entries.add(new Overwrites.Entry(GUILD, false, 0, Permission.SEND_MESSAGES.mask()));
        for (int index = 0; index < 9; index++) {
            entries.add(new Overwrites.Entry(2 + index * 10L, false, random.nextLong(), random.nextLong()));
        }
        entries.add(new Overwrites.Entry(1_000, true, random.nextLong(), 0));
        entries.add(new Overwrites.Entry(2_000, true, 0, random.nextLong()));
        return Overwrites.of(GUILD, entries);
    }
}
