package kr.minwon.standalone;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import kr.minwon.addresses.Addresses;

/** Waits until the public door works all the way: a generated API key opens the queue. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long PAUSE_MILLIS = 50;

    private final Addresses addresses;
    private final Door door;

    Readiness(Addresses addresses) {
        this.addresses = addresses;
        this.door = new Door(addresses);
    }

    /** @throws IllegalStateException when it does not come about */
    void await() throws InterruptedException {
        Path accounts = addresses.data().resolve("demo-accounts.txt");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (Files.exists(accounts)
                        && opens(DemoAccounts.read(accounts).intake().key())) {
                    return;
                }
            } catch (IOException | NoSuchElementException notYet) {
                // Nobody listens yet, or the accounts are being written.
                Thread.onSpinWait();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("the accounts of " + accounts
                + " are not accepted; if the store was emptied, remove that file and start again");
    }

    private boolean opens(String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door.at("/api/v1/staff/queue?view=unassigned"))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + key)
                .build();
        return door.client()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }
}
