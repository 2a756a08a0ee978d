package io.guildhall.model.relationship;

/** What somebody is to a person; the numbers are Discord's. Who is nothing to a person has no relationship. */
public enum RelationshipType {
    FRIEND(1),
    BLOCKED(2),
    /** Has asked this person to be friends. */
    INCOMING_REQUEST(3),
    /** Was asked by this person to be friends. */
    OUTGOING_REQUEST(4);

    private final int number;

    RelationshipType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException when no type has this number */
    public static RelationshipType of(long number) {
        for (RelationshipType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type of relationships is " + number);
    }
}
