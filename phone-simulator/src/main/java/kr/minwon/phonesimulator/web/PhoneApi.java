package kr.minwon.phonesimulator.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kr.minwon.phonesimulator.delivery.Dispatcher;
import kr.minwon.phonesimulator.delivery.InboundDelivery;
import kr.minwon.phonesimulator.delivery.InboundLog;
import kr.minwon.phonesimulator.message.MessageLog;
import kr.minwon.phonesimulator.message.PhoneNumber;
import kr.minwon.phonesimulator.smsc.SmscServer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What phones got and sent, the witness log, and the state of the SMSC, for tests. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class PhoneApi {

    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_OF_ONE_PHONE = 10_000;
    private static final int MOST_SUBMITS = 10_000;
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 2;
    private static final int OK = 0;
    /** No command_status. */
    private static final int PENDING = -1;

    /** A message from a phone. */
    record InboundRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String text,
            @Nullable String encoding,
            @Nullable String systemId,
            @Nullable String pieces) {}

    /** How the SMSC does. */
    record Status(
            int smppPort,
            List<SmscServer.BoundSession> sessions,
            int phones,
            int messages,
            int submits,
            int deliveriesOwed) {}

    private final MessageLog log;
    private final InboundLog inbound;
    private final Dispatcher dispatcher;
    private final SmscServer server;
    private final Replies replies;

    PhoneApi(MessageLog log, InboundLog inbound, Dispatcher dispatcher, SmscServer server, Replies replies) {
        this.log = log;
        this.inbound = inbound;
        this.dispatcher = dispatcher;
        this.server = server;
        this.replies = replies;
    }

    @GetMapping("/messages")
    List<MessageView> messages(@RequestParam(required = false) @Nullable String to) {
        if (to == null) {
            return log.recent(MOST_MESSAGES).stream().map(MessageView::of).toList();
        }
        String number = PhoneNumber.of(to).orElseThrow(() -> new BadRequest("to must be a telephone number"));
        return log.of(number, MOST_OF_ONE_PHONE).stream().map(MessageView::of).toList();
    }

    @DeleteMapping("/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        log.clear();
        inbound.clear();
        // last: were the acknowledgements gone before the messages, a kill between would bring receipts back
        dispatcher.clear();
    }

    @GetMapping("/submits")
    ResponseEntity<byte[]> submits(
            @RequestParam(defaultValue = "0") int since, @RequestParam(defaultValue = "10000") int limit) {
        if (since < 0 || limit < 1 || limit > MOST_SUBMITS) {
            throw new BadRequest("since must be 0 or more and limit 1 to %d".formatted(MOST_SUBMITS));
        }
        byte[] lines = log.submits(since, (int) Math.min(Integer.MAX_VALUE, (long) since + limit));
        return ResponseEntity.ok(JsonLines.asArray(lines, since));
    }

    @PostMapping("/inbound")
    ResponseEntity<Map<String, Object>> send(@RequestBody InboundRequest request) {
        List<InboundDelivery> deliveries = replies.send(
                request.from(), request.to(), request.text(), request.encoding(), request.systemId(), request.pieces());
        awaitEnd(deliveries);
        boolean delivered = deliveries.stream().allMatch(one -> one.settled().getNow(PENDING) == OK);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("inboundId", deliveries.getFirst().inbound().inboundId());
        answer.put("delivered", delivered);
        deliveries.stream()
                .map(one -> one.settled().getNow(OK))
                .filter(status -> status != OK)
                .findFirst()
                .ifPresent(status -> answer.put("status", "0x%08X".formatted(status)));
        return ResponseEntity.status(delivered ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(answer);
    }

    @PostMapping("/disconnect")
    Map<String, Integer> disconnect() {
        return Map.of("closed", server.disconnect());
    }

    @GetMapping("/status")
    Status status() {
        return new Status(
                server.port(),
                server.sessions(),
                log.phoneCount(),
                log.messageCount(),
                log.submitCount(),
                dispatcher.owed());
    }

    private static void awaitEnd(List<InboundDelivery> deliveries) {
        CompletableFuture.allOf(
                        deliveries.stream().map(InboundDelivery::settled).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
