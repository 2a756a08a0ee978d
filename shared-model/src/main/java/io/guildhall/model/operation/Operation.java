package io.guildhall.model.operation;

import static java.util.Objects.requireNonNull;

import io.guildhall.model.cluster.Contract;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.permission.Permission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One REST operation, declared once: api routes, authenticates, limits and checks by it; the owner checks permissions
 * and writes the audit log by it, then hands the call to the handler that answers it. No two have one name: operations are equal
 * by it.
 *
 * @param name unique, in camel case: {@code createRole}
 * @param path the route below the API's version: {@code /guilds/{guild_id}/roles}
 * @param status the HTTP status of success
 * @param query what the query must look like; its values arrive as text or lists of text
 * @param body what the JSON body must look like; empty for none
 * @param files true when the body may also come as multipart/form-data with files
 * @param permissions bits of Permission that the caller needs: in the channel when the path names one, else in the guild
 * @param bySight true when it is enough that the channel shows to the caller, who may be kept from all that is in it
 * @param auditAction the audit log's action number; the owner writes an entry for every successful call
 * @param limit the rate limit
 * @param since the contract number of owners from which on they know it as it is declared here; rises when its declaration changes so that
 *     an older owner would do something else
 * @param scopes each of which opens the operation to an application that speaks for a person; none: closed to all of them
 */
public record Operation(
        String name,
        HttpMethod method,
        String path,
        Scope scope,
        Access access,
        int status,
        Optional<Shape> query,
        Optional<Shape> body,
        boolean files,
        long permissions,
        boolean bySight,
        OptionalInt auditAction,
        RateLimit limit,
        int since,
        Set<OAuth2Scope> scopes) {
    public Operation {
        requireNonNull(name, "name is null");
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        scopes = Set.copyOf(scopes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Operation operation && name.equals(operation.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public static Builder get(String name, String path) {
        return new Builder(name, HttpMethod.GET, path);
    }

    public static Builder post(String name, String path) {
        return new Builder(name, HttpMethod.POST, path);
    }

    public static Builder put(String name, String path) {
        return new Builder(name, HttpMethod.PUT, path);
    }

    public static Builder patch(String name, String path) {
        return new Builder(name, HttpMethod.PATCH, path);
    }

    public static Builder delete(String name, String path) {
        return new Builder(name, HttpMethod.DELETE, path);
    }

    /** Declares an operation; what is not said is: any signed-in caller, status 200, no body, the default limit. */
    public static final class Builder {
        private final String name;
        private final HttpMethod method;
        private final String path;
        private Scope scope;
        private Access access = Access.SIGNED_IN;
        private int status = 200;
        private Optional<Shape> query = Optional.empty();
        private Optional<Shape> body = Optional.empty();
        private boolean files;
        private long permissions;
        private boolean bySight;
        private OptionalInt auditAction = OptionalInt.empty();
        private RateLimit limit = RateLimit.DEFAULT;
        private int since = Contract.FIRST_OWNER;
        private Set<OAuth2Scope> scopes = Set.of();

        private Builder(String name, HttpMethod method, String path) {
            this.name = name;
            this.method = method;
            this.path = path;
        }

        public Builder in(Scope value) {
            scope = value;
            return this;
        }

        public Builder by(Access value) {
            access = value;
            return this;
        }

        public Builder status(int value) {
            status = value;
            return this;
        }

        public Builder query(Shape value) {
            query = Optional.of(value);
            return this;
        }

        public Builder body(Shape value) {
            body = Optional.of(value);
            return this;
        }

        public Builder withFiles() {
            files = true;
            return this;
        }

        /** Permissions that the caller must have; all of them. */
        public Builder needs(Permission... values) {
            permissions = Permission.of(values);
            return this;
        }

        /**
         * Tells of a channel only what everybody is told to whom it shows, as the gateway tells it: a voice channel shows to those who
         * may not connect to it, and a category to those to whom one of its channels does.
         */
        public Builder needsSight() {
            permissions = Permission.VIEW_CHANNEL.mask();
            bySight = true;
            return this;
        }

        public Builder audit(AuditAction action) {
            auditAction = OptionalInt.of(action.number());
            return this;
        }

        public Builder limit(RateLimit value) {
            limit = value;
            return this;
        }

        /** Owners of a lower contract number are not asked for it. */
        public Builder since(int contract) {
            since = contract;
            return this;
        }

        /** Applications may call it for a person who let them have one of these scopes. */
        public Builder opens(OAuth2Scope... values) {
            scopes = Set.of(values);
            return this;
        }

        /** Applications may call it for a person, whatever that person let them do. */
        public Builder opensWithAnyScope() {
            scopes = EnumSet.allOf(OAuth2Scope.class);
            return this;
        }

        public Operation build() {
            return new Operation(
                    name,
                    method,
                    path,
                    requireNonNull(scope, "scope is null"),
                    access,
                    status,
                    query,
                    body,
                    files,
                    permissions,
                    bySight,
                    auditAction,
                    limit,
                    since,
                    scopes);
        }
    }
}
