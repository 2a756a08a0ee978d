package io.guildhall.guild.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class OnlineListTest {
    @Property(tries = 200)
    void theListIsWhatSortingWouldGive(
            @ForAll @Size(max = 300) List<@IntRange(max = 60) Integer> users,
            @ForAll @Size(min = 1, max = 300)
                    List<@StringLength(max = 4) @CharRange(from = 'A', to = 'z') String> names) {
        OnlineList list = new OnlineList();
        Map<Long, String> reference = new TreeMap<>();
        for (int index = 0; index < users.size(); index++) {
            long user = users.get(index);
            if (index % 3 == 2) {
                list.remove(user);
                reference.remove(user);
            } else {
                String name = names.get(index % names.size());
                list.put(user, name);
                reference.put(user, name);
            }
        }
        assertThat(list.first(1_000)).isEqualTo(sorted(reference));
        assertThat(list.size()).isEqualTo(reference.size());
    }

    @Test
    void blocksSplitAndGoWithoutLosingAnybody() {
        OnlineList list = new OnlineList();
        for (long user = 0; user < 5_000; user++) {
            list.put(user, "user" + (user * 7919 % 5_000));
        }
        for (long user = 0; user < 4_990; user++) {
            list.remove(user);
        }
        assertThat(list.first(100))
                .hasSize(10)
                .containsExactlyInAnyOrder(4990L, 4991L, 4992L, 4993L, 4994L, 4995L, 4996L, 4997L, 4998L, 4999L);
    }

    private static List<Long> sorted(Map<Long, String> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.<Long, String>comparingByValue(String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
