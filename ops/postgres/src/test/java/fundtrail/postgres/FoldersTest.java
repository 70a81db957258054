package fundtrail.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    private static final int ROUNDS = 20;
    private static final int FOLDERS = 100;

    @TempDir
    Path temporary;

    @Test
    void a_folder_that_is_not_there_is_deleted_already() throws IOException {
        Folders.delete(temporary.resolve("nothing"));
    }

    @Test
    void what_two_delete_at_once_is_gone_and_neither_complains() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path folder = manyFolders(temporary.resolve("round-" + round));
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Void> deletes = () -> {
                together.await();
                Folders.delete(folder);
                return null;
            };
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (Future<Void> done : threads.invokeAll(List.of(deletes, deletes))) {
                    succeeds(done);
                }
            }
            assertTrue(Files.notExists(folder));
        }
    }

    private static Path manyFolders(Path root) throws IOException {
        for (int i = 0; i < FOLDERS; i++) {
            Files.writeString(Files.createDirectories(root.resolve("f" + i)).resolve("file"), "");
        }
        return root;
    }

    private static void succeeds(Future<Void> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of two deleting at once failed", e.getCause());
        }
    }
}
