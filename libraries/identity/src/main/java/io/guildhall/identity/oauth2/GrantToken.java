package io.guildhall.identity.oauth2;

/**
 * What a code or a token of OAuth2 says, before anybody asks whether it is still good.
 *
 * @param generation of the grant, in which alone it is good
 */
record GrantToken(Kind kind, long userId, long grantId, long generation) {
    /** What it may be used for. */
    enum Kind {
        CODE,
        ACCESS,
        REFRESH
    }
}
