package io.guildhall.model.name;

/**
 * What people say in a line that clients show beside other people's words: statuses, topics of stages, questions and answers of polls,
 * activities, titles of files. It is taken as it is written, apart from what reaches beyond its own end: characters that turn the direction
 * of text, and controls. What fills a place of its own - messages, descriptions, what people say of themselves - stays as it is.
 */
public final class LineRule {
    private LineRule() {}

    /** What is measured, kept and shown. */
    public static String clean(String line) {
        boolean plain = line.codePoints().noneMatch(LineRule::reachesBeyond);
        return WhiteSpace.trimmed(
                plain
                        ? line
                        : line.codePoints()
                                .filter(point -> !reachesBeyond(point))
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString());
    }

    private static boolean reachesBeyond(int point) {
        return Unseen.turnsDirection(point)
                || Character.getType(point) == Character.CONTROL && !WhiteSpace.isWhite(point);
    }
}
