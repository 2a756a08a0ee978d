package io.guildhall.messageindex.query;

/**
 * Which hits are wanted.
 *
 * @param limit 1 to 25
 * @param offset 0 to 9975
 */
public record Page(Sorting sorting, int limit, int offset) {
    public static final int MAX_LIMIT = 25;
    public static final int MAX_OFFSET = 9975;

    public Page {
        if (limit < 1 || limit > MAX_LIMIT || offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("no such page: " + limit + " after " + offset);
        }
    }
}
