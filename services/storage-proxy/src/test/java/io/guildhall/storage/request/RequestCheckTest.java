package io.guildhall.storage.request;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.storage.store.RandomOperations;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RequestCheckTest {
    private static final Value LONG = Value.newBuilder().setLongValue(1).build();
    private static final Value TEXT = Value.newBuilder().setTextValue("a").build();

    @Test
    void everyRequestThatFitsTheCataloguePasses() {
        RandomOperations operations = new RandomOperations(1);
        for (int round = 0; round < 1_000; round++) {
            ReadRequest read = operations.read();
            WriteRequest write = operations.write();
            assertThatCode(() -> RequestCheck.check(read)).doesNotThrowAnyException();
            assertThatCode(() -> RequestCheck.check(write)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesMoreBytesThanOneBatchMayHave() {
        WriteRequest large = batch(Write.to(Usernames.TABLE, "a".repeat(Write.MOST_BYTES))
                .set(Usernames.USER_ID, 1L)
                .build());
        assertThatThrownBy(() -> RequestCheck.check(large))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("bytes together");
    }

    @Test
    void refusesATableThatIsNotInTheCatalogue() {
        refuses(read().setTable("secrets").build(), "no table \"secrets\"");
    }

    @Test
    void refusesAPartOfAPartitionKey() {
        refuses(read().clearPartition().addPartition(LONG).build(), "partition key of table messages has 2 columns");
    }

    @Test
    void refusesAKeyOfAnotherType() {
        refuses(read().setPartition(1, TEXT).build(), "Column bucket of table messages wants LONG_VALUE");
    }

    @Test
    void refusesANullInAKey() {
        refuses(read().setPartition(1, Value.getDefaultInstance()).build(), "not KIND_NOT_SET");
    }

    @Test
    void refusesABoundThatIsLongerThanTheClusteringKey() {
        Bound bound = Bound.newBuilder().addPrefix(LONG).addPrefix(LONG).build();

        refuses(read().setFrom(bound).build(), "bound \"from\" has 2 values");
        refuses(read().setTo(bound).build(), "bound \"to\" has 2 values");
    }

    @Test
    void refusesToDeleteIncompleteRowsForACaller() {
        Mutation delete = Mutation.newBuilder()
                .setTable(Messages.TABLE.name())
                .setDelete(DeleteRow.newBuilder()
                        .addKey(LONG)
                        .addKey(LONG)
                        .addKey(LONG)
                        .setIfIncomplete(true))
                .build();

        assertThatThrownBy(() -> RequestCheck.check(
                        WriteRequest.newBuilder().addMutations(delete).build()))
                .hasMessageContaining("by the store alone");
    }

    @Test
    void refusesALimitOutsideItsRange() {
        refuses(read().setLimit(0).build(), "between 1 and 10000, not 0");
        refuses(read().setLimit(10_001).build(), "not 10001");
        refuses(read().setLimit(-1).build(), "not 4294967295");
    }

    @Test
    void refusesABatchThatIsEmptyOrTooLarge() {
        refuses(WriteRequest.getDefaultInstance(), "1 to 10000 mutations, not 0");
        Mutation mutation = Write.to(Usernames.TABLE, "a").build();
        refuses(
                WriteRequest.newBuilder()
                        .addAllMutations(Collections.nCopies(10_001, mutation))
                        .build(),
                "not 10001");
    }

    @Test
    void refusesAnIfAbsentThatIsNotAlone() {
        Mutation claim = Write.to(Usernames.TABLE, "a").ifAbsent().build();

        refuses(batch(claim, claim), "must be alone");
    }

    @Test
    void refusesAMutationWithoutChange() {
        refuses(batch(Mutation.newBuilder().setTable("users").build()), "has no change");
    }

    @Test
    void refusesToSetAKeyColumnOrOneThatIsNotThere() {
        refuses(upsert(0, LONG), "Column 0 of table messages cannot be set");
        refuses(upsert(1_000, LONG), "Column 1000");
        refuses(upsert(-1, LONG), "Column 4294967295");
    }

    @Test
    void refusesACellOfAnotherType() {
        refuses(upsert(Messages.TABLE.indexOf(Messages.CONTENT), LONG), "Column content of table messages wants");
    }

    @Test
    void refusesToDeleteAPartOfAKey() {
        refuses(
                batch(Mutation.newBuilder()
                        .setTable("messages")
                        .setDelete(DeleteRow.newBuilder().addKey(LONG))
                        .build()),
                "key of table messages has 3 columns");
    }

    private static ReadRequest.Builder read() {
        return Read.from(Messages.TABLE, 1L, 2L).build().toBuilder();
    }

    private static WriteRequest upsert(int column, Value value) {
        Upsert.Builder upsert = Write.to(Messages.TABLE, 1L, 2L, 3L).build().getUpsert().toBuilder();
        upsert.addCells(Cell.newBuilder().setColumn(column).setValue(value));
        return batch(
                Mutation.newBuilder().setTable("messages").setUpsert(upsert).build());
    }

    private static void refuses(ReadRequest request, String sentence) {
        assertThatThrownBy(() -> RequestCheck.check(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(sentence);
    }

    private static void refuses(WriteRequest request, String sentence) {
        assertThatThrownBy(() -> RequestCheck.check(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(sentence);
    }
}
