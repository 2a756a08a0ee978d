package io.guildhall.api.upload;

import io.guildhall.objects.DirectoryObjectStore;
import io.guildhall.objects.ObjectStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileSweepInDirectoryTest extends FileSweepContract {
    @TempDir
    Path root;

    @Override
    ObjectStore store() {
        return new DirectoryObjectStore(root);
    }
}
