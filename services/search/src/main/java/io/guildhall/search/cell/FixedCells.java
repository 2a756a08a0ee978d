package io.guildhall.search.cell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cells that the configuration names. */
public record FixedCells(Map<String, RegisteredCell> all) implements Cells {
    public static FixedCells of(List<String> settings) {
        return new FixedCells(settings.stream()
                .map(RegisteredCell::parse)
                .collect(Collectors.toUnmodifiableMap(RegisteredCell::name, Function.identity())));
    }
}
