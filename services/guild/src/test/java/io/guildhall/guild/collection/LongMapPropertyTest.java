package io.guildhall.guild.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LongMapPropertyTest {
    /** Ids below so many are put in and taken out again, so that nodes split, shrink and join. */
    record Step(long id, boolean put) {}

    @Property(tries = 200)
    void itDoesWhatAPlainMapDoes(@ForAll("steps") List<Step> steps) {
        TreeMap<Long, String> plain = new TreeMap<>();
        LongMap<String> map = LongMap.empty();
        for (Step step : steps) {
            if (step.put()) {
                map = map.with(step.id(), "v" + plain.size());
                plain.put(step.id(), "v" + plain.size());
            } else {
                map = map.without(step.id());
                plain.remove(step.id());
            }
        }
        assertSame(map, plain);
        for (long id = 0; id < 2_000; id += 37) {
            assertThat(map.get(id)).isEqualTo(plain.get(id));
            assertThat(rest(map.after(id)))
                    .isEqualTo(List.copyOf(plain.tailMap(id, false).values()));
        }
    }

    @Property(tries = 50)
    void aSnapshotStaysWhatItWas(@ForAll("steps") List<Step> steps) {
        LongMap<String> map = LongMap.empty();
        List<LongMap<String>> snapshots = new ArrayList<>();
        List<Map<Long, String>> copies = new ArrayList<>();
        TreeMap<Long, String> plain = new TreeMap<>();
        for (int index = 0; index < steps.size(); index++) {
            Step step = steps.get(index);
            if (step.put()) {
                map = map.with(step.id(), "v" + index);
                plain.put(step.id(), "v" + index);
            } else {
                map = map.without(step.id());
                plain.remove(step.id());
            }
            if (index % 100 == 0) {
                snapshots.add(map);
                copies.add(new TreeMap<>(plain));
            }
        }
        for (int index = 0; index < snapshots.size(); index++) {
            assertSame(snapshots.get(index), copies.get(index));
        }
    }

    @Property(tries = 50)
    void theBuilderMakesTheSameMap(@ForAll("steps") List<Step> steps) {
        TreeMap<Long, String> plain = new TreeMap<>();
        steps.forEach(step -> plain.put(step.id(), "v" + step.id()));
        LongMapBuilder<String> builder = new LongMapBuilder<>();
        plain.forEach(builder::add);
        LongMap<String> map = builder.build();
        assertSame(map, plain);
        for (Step step : steps) {
            map = map.without(step.id());
        }
        assertThat(map.isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Arbitraries.longs()
                .between(0, 2_000)
                .flatMap(id -> Arbitraries.integers().between(0, 9).map(chance -> new Step(id, chance < 6)));
        return step.list().ofMinSize(0).ofMaxSize(3_000);
    }

    private static void assertSame(LongMap<String> map, Map<Long, String> plain) {
        assertThat(map.size()).isEqualTo(plain.size());
        assertThat(new ArrayList<>(map.values())).isEqualTo(new ArrayList<>(plain.values()));
    }

    private static List<String> rest(Cursor<String> cursor) {
        List<String> rest = new ArrayList<>();
        while (cursor.hasNext()) {
            cursor.next();
            rest.add(cursor.value());
        }
        return rest;
    }
}
