package io.guildhall.model.error;

/** Error codes that only people's clients meet, beside the documented ones of {@link ErrorCode}; as the field knows them. */
public enum PersonErrorCode {
    ACCOUNT_IS_DISABLED(20013, "Your account is disabled"),
    MUST_TRANSFER_GUILDS(40011, "You must transfer ownership of any owned guilds before deleting your account"),
    FRIEND_REQUEST_BLOCKED(80001, "Friend request blocked"),
    BOTS_CANNOT_HAVE_FRIENDS(80002, "Bots cannot have friends"),
    CANNOT_SEND_FRIEND_REQUEST_TO_SELF(80003, "Cannot send friend request to self"),
    ALREADY_FRIENDS(80007, "You are already friends with that user");

    private final int number;
    private final String message;

    PersonErrorCode(int number, String message) {
        this.number = number;
        this.message = message;
    }

    public int number() {
        return number;
    }

    public String message() {
        return message;
    }
}
