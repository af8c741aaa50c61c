package kr.minwon.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.Part;

/**
 * Waits until the public door works all the way, a generated API key opens the queue, and each service listens to the
 * events of the others: what is filed from then on is routed at once.
 */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Filing goes on without a broker, so the door is not kept shut for long. */
    private static final Duration PATIENCE_FOR_EVENTS = Duration.ofSeconds(20);

    private static final long PAUSE_MILLIS = 50;
    private static final List<Part> LISTENING =
            List.of(Part.COMPLAINT_MANAGEMENT, Part.ROUTING_MANAGEMENT, Part.NOTIFICATION_MANAGEMENT);

    private final Addresses addresses;
    private final Door door;

    Readiness(Addresses addresses) {
        this.addresses = addresses;
        this.door = new Door(addresses);
    }

    /**
     * Whether events are listened to as well; without them filing works and the rest waits.
     *
     * @throws IllegalStateException when the door does not open
     */
    boolean await() throws InterruptedException {
        awaitDoor();
        long until = System.nanoTime() + PATIENCE_FOR_EVENTS.toNanos();
        boolean listening = false;
        while (!listening && System.nanoTime() < until) {
            listening = LISTENING.stream().allMatch(this::listens);
            if (!listening) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        return listening;
    }

    private boolean listens(Part management) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + addresses.port(management) + "/actuator/health/flow"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return door.client()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitDoor() throws InterruptedException {
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
