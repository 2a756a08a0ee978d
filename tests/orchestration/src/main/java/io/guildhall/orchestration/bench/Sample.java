package io.guildhall.orchestration.bench;

import io.guildhall.orchestration.workplace.Workplace;
import java.util.Comparator;
import java.util.List;

/**
 * One start of a service, in the words in which it was measured.
 *
 * @param milliseconds until it was ready
 * @param mebibytes that it held after some idle seconds
 */
record Sample(String milliseconds, String mebibytes) {
    /** From the line that the measurement prints. */
    static Sample read(String line) {
        List<String> numbers = Workplace.words(line);
        if (numbers.size() != 2) {
            throw new IllegalArgumentException("not a time and a size: " + line);
        }
        return new Sample(numbers.getFirst(), numbers.getLast());
    }

    /** The middle time and the middle size; the lower one of two. */
    static Sample middle(List<Sample> samples) {
        return new Sample(
                middleOf(samples.stream().map(Sample::milliseconds).toList()),
                middleOf(samples.stream().map(Sample::mebibytes).toList()));
    }

    private static String middleOf(List<String> numbers) {
        List<String> sorted = numbers.stream()
                .sorted(Comparator.comparing(Double::parseDouble))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
