package io.guildhall.messageindex.query;

import java.util.List;

/**
 * What is looked for in the text.
 *
 * @param contents at least one of them is to be found, where there are some; those beyond {@value #MOST_LETTERS} letters in all are
 *     left out, for indexes bound how many words one search may have
 * @param slop how many words may stand between those that are found
 */
public record Words(List<String> contents, int slop) {
    public static final int DEFAULT_SLOP = 2;

    public static final int MOST_LETTERS = 4096;

    public Words {
        contents =
                within(contents.stream().filter(content -> !content.isBlank()).toList());
    }

    private static List<String> within(List<String> contents) {
        int letters = 0;
        for (int index = 0; index < contents.size(); index++) {
            letters += contents.get(index).length();
            if (letters > MOST_LETTERS) {
                return contents.subList(0, index);
            }
        }
        return contents;
    }

    public static Words none() {
        return new Words(List.of(), DEFAULT_SLOP);
    }

    public static Words of(String content) {
        return new Words(List.of(content), DEFAULT_SLOP);
    }
}
