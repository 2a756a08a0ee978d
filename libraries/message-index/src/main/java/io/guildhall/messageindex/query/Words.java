package io.guildhall.messageindex.query;

import java.util.List;

/**
 * What is looked for in the text.
 *
 * @param contents at least one of them is to be found, where there are some
 * @param slop how many words may stand between those that are found
 */
public record Words(List<String> contents, int slop) {
    public static final int DEFAULT_SLOP = 2;

    public Words {
        contents = contents.stream().filter(content -> !content.isBlank()).toList();
    }

    public static Words none() {
        return new Words(List.of(), DEFAULT_SLOP);
    }

    public static Words of(String content) {
        return new Words(List.of(content), DEFAULT_SLOP);
    }
}
