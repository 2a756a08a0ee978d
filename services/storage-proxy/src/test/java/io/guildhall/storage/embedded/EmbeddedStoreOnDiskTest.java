package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.store.ClockedStoreContract;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreOnDiskTest extends ClockedStoreContract {
    @TempDir
    Path directory;

    @Override
    protected Store open() {
        return openAt(directory.resolve("store"));
    }

    @Override
    protected Store openAnother() {
        return openAt(directory.resolve("another"));
    }

    private Store openAt(Path path) {
        return EmbeddedStore.open(EmbeddedStoreOptions.at(path), clock, batches -> {});
    }

    @Test
    void whatWasWrittenIsThereAfterClosingAndOpening() {
        Path other = directory.resolve("other");
        try (Store store = openAt(other)) {
            write(store, Write.to(Users.TABLE, 1L).build());
        }
        try (Store store = openAt(other)) {
            assertThat(rows(store, Users.TABLE, Read.row(Users.TABLE, 1L))).hasSize(1);
        }
    }

    @Test
    void aSecondStoreInTheSameDirectoryIsRefusedWithTheHoldersProcess() {
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "is in use by process " + ProcessHandle.current().pid());
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsRefusedWithASentence() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> openAt(file.resolve("store")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("choose another directory");
    }

    @Test
    void aDirectoryIsClosedToOtherUsersAlsoOneThatWasThereBefore() throws IOException {
        Path before = Files.createDirectory(directory.resolve("before"));
        Files.setPosixFilePermissions(before, PosixFilePermissions.fromString("rwxr-xr-x"));

        for (Path place : List.of(before, directory.resolve("new"))) {
            openAt(place).close();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aClosedStoreRefusesWritesAndReads() {
        Store store = openAt(directory.resolve("closed"));
        store.close();

        assertThat(store.ready()).isFalse();
        assertThat(store.write(batch(Write.to(Users.TABLE, 1L).build()))).failsWithin(Duration.ofSeconds(10));
        assertThat(store.read(Read.row(Users.TABLE, 1L))).failsWithin(Duration.ofSeconds(10));
    }
}
