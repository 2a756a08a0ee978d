package io.guildhall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.identity.TokenClaim;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.catalogue.Credentials;
import io.guildhall.model.table.catalogue.LoginSessions;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoredTokenVerifierTest {
    private static final TokenConfig CONFIG = new TokenConfig() {
        @Override
        public String secret() {
            return "a secret for tests only, long enough";
        }

        @Override
        public Duration remembered() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration idle() {
            return Duration.ofDays(60);
        }

        @Override
        public int rememberedTokens() {
            return 10;
        }
    };

    private final OneGeneration storage = new OneGeneration();
    private final Tokens tokens = new Tokens(CONFIG, at(0));

    @Test
    void aBotsTokenIsGoodInItsGenerationOnly() {
        assertThat(verify(0, tokens.ofBot(5, 2))).hasValue(new Identity(5, true, 5, 0));
        assertThat(verify(0, tokens.ofBot(5, 1))).isEmpty();
    }

    @Test
    void whatATokenSaysIsToldWithoutTheStore() {
        storage.loggedIn = false;
        assertThat(verifier(0).read(tokens.ofBot(5, 1))).hasValue(new TokenClaim(5, true, 1));
        assertThat(verifier(0).read(tokens.ofPerson(6, 9))).hasValue(new TokenClaim(6, false, 9));
        assertThat(verifier(0).read(tokens.ofBot(5, 1) + "x")).isEmpty();
        assertThat(verifier(0).read("")).isEmpty();
    }

    @Test
    void aPersonsTokenIsGoodWhileItsLoginIsThere() {
        assertThat(verify(0, tokens.ofPerson(6, 9))).hasValue(new Identity(6, false, 0, 9));
        storage.loggedIn = false;
        assertThat(verify(0, tokens.ofPerson(6, 9))).isEmpty();
    }

    @Test
    void aPersonsTokenEndsWhenItIsNotUsedForLong() {
        long day = Duration.ofDays(1).toSeconds();
        assertThat(verify(60 * day, tokens.ofPerson(6, 9))).isPresent();
        assertThat(verify(60 * day + 1, tokens.ofPerson(6, 9))).isEmpty();
        assertThat(verify(61 * day, tokens.ofBot(5, 2))).isPresent();
    }

    @Test
    void theUseOfALoginIsNotedOnceADay() {
        verify(3600, tokens.ofPerson(6, 9));
        assertThat(storage.writes).isZero();
        verify(Duration.ofDays(2).toSeconds(), tokens.ofPerson(6, 9));
        assertThat(storage.writes).isEqualTo(1);
    }

    @Test
    void theStoreIsAskedAgainOnlyWhenTheAnswerIsOld() {
        StoredTokenVerifier verifier = verifier(0);
        String token = tokens.ofBot(5, 2);
        verifier.verify(token).await().indefinitely();
        verifier.verify(token).await().indefinitely();
        assertThat(storage.reads).isEqualTo(1);
        verifier.forget(new Identity(5, true, 5, 0), 2);
        verifier.verify(token).await().indefinitely();
        assertThat(storage.reads).isEqualTo(2);
    }

    @Test
    void whatOutlivesItsRequestIsDecidedByTheStoreAndNotFromMemory() {
        StoredTokenVerifier verifier = verifier(0);
        String token = tokens.ofPerson(6, 9);
        assertThat(verifier.verify(token).await().indefinitely()).isPresent();
        storage.loggedIn = false;
        assertThat(verifier.verify(token).await().indefinitely()).isPresent();
        assertThat(verifier.verifyNow(token).await().indefinitely()).isEmpty();
        assertThat(verifier.verify(token).await().indefinitely()).isEmpty();
    }

    @Test
    void aForgedTokenCostsNoRead() {
        assertThat(verify(0, tokens.ofBot(5, 2) + "x")).isEmpty();
        assertThat(storage.reads).isZero();
    }

    private Optional<Identity> verify(long second, String token) {
        return verifier(second).verify(token).await().indefinitely();
    }

    private StoredTokenVerifier verifier(long second) {
        StorageAccess access =
                new StorageAccess(new StorageRouter(node -> storage, new OneNode(), new Timestamps(Clock.systemUTC())));
        return new StoredTokenVerifier(tokens, access, CONFIG, at(second));
    }

    private static Clock at(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    /** Every bot is in generation 2, and everybody is logged in until told otherwise. */
    private static final class OneGeneration implements Storage {
        private boolean loggedIn = true;
        private int reads;
        private int writes;

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            reads++;
            ReadReply.Builder reply = ReadReply.newBuilder();
            if (request.getTable().equals(Credentials.TABLE.name())) {
                reply.addRows(Row.newBuilder()
                        .addValues(request.getPartition(0))
                        .addValues(Value.getDefaultInstance())
                        .addValues(Value.newBuilder().setLongValue(2)));
            } else if (request.getTable().equals(LoginSessions.TABLE.name()) && loggedIn) {
                reply.addRows(Row.newBuilder()
                        .addAllValues(request.getPartitionList())
                        .addAllValues(request.getFrom().getPrefixList())
                        .addValues(Value.newBuilder().setLongValue(0))
                        .addValues(Value.newBuilder().setLongValue(0))
                        .addValues(Value.getDefaultInstance()));
            }
            return Uni.createFrom().item(reply.build());
        }

        @Override
        public Uni<WriteReply> write(WriteRequest request) {
            writes++;
            return Uni.createFrom().item(WriteReply.getDefaultInstance());
        }
    }

    private static final class OneNode implements Discovery {
        @Override
        public Node self(Role role) {
            return new Node("only", role, "", "", false);
        }

        @Override
        public List<Node> nodes(Role role) {
            return List.of(self(role));
        }

        @Override
        public void watch(Role role, Consumer<List<Node>> listener) {
            listener.accept(nodes(role));
        }

        @Override
        public void drain(Role role) {
            throw new UnsupportedOperationException("a test does not drain");
        }
    }
}
