package io.guildhall.guild.memberlist;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What makes one state of a part another: first who goes, from the end, then who comes, from the beginning, then who is different in the
 * same place. Of a whole part as many come as go, so that nothing behind it moves: each part can be told for itself.
 */
record Difference(List<Integer> gone, List<Integer> come, List<Integer> other) {
    static Difference between(List<Place> before, List<Place> now, LongPredicate changed) {
        List<Integer> gone = new ArrayList<>();
        List<Integer> come = new ArrayList<>();
        List<Integer> other = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < before.size() || right < now.size()) {
            int order = order(before, left, now, right);
            if (order < 0) {
                gone.addFirst(left++);
            } else if (order > 0) {
                come.add(right++);
            } else {
                Place same = now.get(right);
                if (!same.header() && changed.test(same.userId())) {
                    other.add(right);
                }
                left++;
                right++;
            }
        }
        return new Difference(gone, come, other);
    }

    int size() {
        return gone.size() + come.size() + other.size();
    }

    private static int order(List<Place> before, int left, List<Place> now, int right) {
        if (left == before.size()) {
            return 1;
        }
        return right == now.size() ? -1 : Place.ORDER.compare(before.get(left), now.get(right));
    }
}
